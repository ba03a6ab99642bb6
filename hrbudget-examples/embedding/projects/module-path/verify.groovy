String said = new File(basedir, "target/said.txt").getText("UTF-8")
assert said.startsWith("module org.hrbudget.rules, module org.hrbudget.core")
assert said.contains("DICTAMEN: NO CUMPLE")
assert said.contains("\"verdict\": \"NOT_COMPLIANT\"")
