/** For those who write packs: check, create, compare, weigh and document them. */
@org.jspecify.annotations.NullMarked
module org.hrbudget.rules.authoring {
    requires transitive org.hrbudget.rules;
    requires transitive static org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports org.hrbudget.rules.authoring;

    // Documents are written as the records they are, and texts are beside the public class of each task.
    opens org.hrbudget.rules.authoring;
    opens org.hrbudget.rules.authoring.internal.explanation to
            tools.jackson.databind;
    opens org.hrbudget.rules.authoring.internal.impact to
            tools.jackson.databind;
}
