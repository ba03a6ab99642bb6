package org.hrbudget.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.InstantSource;

/** Starts the program. */
public final class Main {

    private Main() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        Screen screen = new Screen(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                atTerminal(),
                InstantSource.system());
        Program program = new Program(screen);
        HeapWatch.start(() -> System.exit(program.starved(args).code()));
        ExitCode code;
        try {
            code = program.run(args);
        } catch (OutOfMemoryError e) {
            // It came again where the first was to be told; by now all of the command's objects are free.
            code = program.starved(args);
        }
        System.exit(code.code());
    }

    /** From Java 22 on there is a console even where nobody sits in front of it, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean atTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
