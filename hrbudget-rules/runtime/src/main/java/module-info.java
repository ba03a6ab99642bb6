/** Finds, loads and judges by rule packs. */
@org.jspecify.annotations.NullMarked
module org.hrbudget.rules {
    requires transitive org.hrbudget.core;
    requires transitive static org.jspecify;
    // The engine's jars say of no module that they need it: these they do.
    requires java.compiler;
    requires java.desktop;
    requires java.xml;
    requires org.slf4j;
    requires org.drools.base;
    requires org.drools.core;
    requires org.drools.drl.ast;
    requires org.drools.kiesession;
    requires org.drools.mvel;
    requires org.kie.api;
    requires org.kie.internal.api;

    exports org.hrbudget.rules;
    exports org.hrbudget.rules.internal.packs to
            org.hrbudget.rules.authoring,
            org.hrbudget.rules.testing;
    exports org.hrbudget.rules.internal.packs.examples to
            org.hrbudget.rules.authoring,
            org.hrbudget.rules.testing;
    exports org.hrbudget.rules.internal.packs.files to
            org.hrbudget.rules.authoring,
            org.hrbudget.rules.testing;
    exports org.hrbudget.rules.internal.packs.tables to
            org.hrbudget.rules.authoring,
            org.hrbudget.rules.testing;
    exports org.hrbudget.rules.internal.packs.workbooks to
            org.hrbudget.rules.authoring;
    exports org.hrbudget.rules.internal.language to
            org.hrbudget.rules.authoring,
            org.hrbudget.rules.testing;

    // Texts are beside the classes that say them, and are read by the class of core that all of them share.
    opens org.hrbudget.rules to
            org.hrbudget.core;
    opens org.hrbudget.rules.internal.engine to
            org.hrbudget.core;
    opens org.hrbudget.rules.internal.language to
            org.hrbudget.core;
    opens org.hrbudget.rules.internal.packs to
            org.hrbudget.core;
    opens org.hrbudget.rules.internal.packs.workbooks to
            org.hrbudget.core;
}
