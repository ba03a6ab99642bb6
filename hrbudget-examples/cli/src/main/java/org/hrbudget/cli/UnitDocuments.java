package org.hrbudget.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hrbudget.io.BudgetDocument;
import org.hrbudget.io.DocumentType;
import org.hrbudget.model.UnitRecord;
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
        List<BudgetDocument<?>> documents = new ArrayList<>();
        DocumentType.all()
                .forEach(type -> arguments.path(option(type)).ifPresent(file -> documents.add(type.read(file))));
        return documents;
    }

    /** {@return what of a document is of the units of some codes} */
    static <R extends UnitRecord> BudgetDocument<R> of(BudgetDocument<R> document, Predicate<String> codes) {
        return document.type()
                .of(
                        document.name(),
                        document.rows().stream()
                                .filter(row -> codes.test(row.unitCode()))
                                .toList());
    }

    private static String option(DocumentType<?> type) {
        return "--" + type.name();
    }
}
