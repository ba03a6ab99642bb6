module app {
    requires org.hrbudget.rules;
}
