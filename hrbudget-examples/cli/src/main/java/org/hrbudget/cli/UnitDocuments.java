package org.hrbudget.cli;

import java.util.List;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.DocumentType;
import org.hrbudget.validation.BudgetValidator;

/** The options that give the documents which units file beside their budget. */
final class UnitDocuments {

    /** The options, in the order of help; the word of each in the program's words is its name without the hyphens before it. */
    static final List<String> OPTIONS =
            DocumentType.all().stream().map(UnitDocuments::option).toList();

    private UnitDocuments() {}

    /** Reads the documents that are given. */
    static void give(Arguments arguments, BudgetValidator.Builder to) {
        read(arguments).forEach(to::documents);
    }

    /** {@return the documents that are given} */
    static List<BudgetDocument<?>> read(Arguments arguments) {
        return DocumentType.all().stream()
                .<BudgetDocument<?>>flatMap(type -> arguments.path(option(type)).map(file -> type.read(file)).stream())
                .toList();
    }

    private static String option(DocumentType<?> type) {
        return "--" + type.name();
    }
}
