String said = new File(basedir, "target/said.txt").getText("UTF-8")
assert said.startsWith("NOT_COMPLIANT")
assert said.contains("\"verdict\": \"NOT_COMPLIANT\"")
assert !said.contains("SLF4J")
