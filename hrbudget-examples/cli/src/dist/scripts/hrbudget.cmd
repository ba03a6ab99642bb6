@echo off
rem Starts hrbudget on the Java that lies beside it, where that is of Windows, else on the one installed (17 or newer).
rem HRBUDGET_OPTS goes to Java, for example -Xmx4g.
setlocal
set "JAVA=%~dp0..\runtime\bin\java.exe"
if exist "%JAVA%" goto start
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
:start
"%JAVA%" %HRBUDGET_OPTS% -jar "%~dp0..\lib\hrbudget.jar" %*
exit /b %ERRORLEVEL%
