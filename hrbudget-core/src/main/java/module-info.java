/** What a budget is, how it comes in, what it adds up to, what it means to check it, and how the answer goes out. */
@org.jspecify.annotations.NullMarked
module org.hrbudget.core {
    requires transitive static org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.csv;
    requires java.xml;
    // Only where workbooks are read.
    requires static org.dhatim.fastexcel.reader;
    // Only where workbooks are written.
    requires static org.dhatim.fastexcel;
    // Only where actions are searched.
    requires static org.apache.lucene.core;
    requires static org.apache.lucene.analysis.common;

    exports org.hrbudget.model;
    exports org.hrbudget.model.internal to
            org.hrbudget.rules,
            org.hrbudget.rules.authoring;
    exports org.hrbudget.io;
    exports org.hrbudget.io.internal to
            org.hrbudget.rules,
            org.hrbudget.rules.testing;
    exports org.hrbudget.io.spi;
    exports org.hrbudget.summary;
    exports org.hrbudget.summary.spi;
    exports org.hrbudget.validation;
    exports org.hrbudget.validation.spi;
    // To all, since the engine reads facts by classes that it makes itself, in no module.
    exports org.hrbudget.validation.internal.facts;
    exports org.hrbudget.report;
    exports org.hrbudget.report.internal to
            org.hrbudget.rules.authoring;
    exports org.hrbudget.comparison;
    exports org.hrbudget.search;
    exports org.hrbudget.text;

    opens org.hrbudget.report to
            tools.jackson.databind;
}
