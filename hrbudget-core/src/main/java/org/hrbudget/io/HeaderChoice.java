package org.hrbudget.io;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.hrbudget.io.internal.Texts;
import org.hrbudget.model.AmountKind;
import org.hrbudget.model.BudgetHeader;
import org.hrbudget.model.BudgetPhase;
import org.hrbudget.model.FiscalYear;
import org.jspecify.annotations.Nullable;

/** Finds what holds for the budget as a whole: the caller's word, else the file's, else the layout's. Our own layout is of no office. */
final class HeaderChoice {

    private final Budgets.Reading reading;
    private final List<BudgetFile> files;

    HeaderChoice(Budgets.Reading reading, List<BudgetFile> files) {
        this.reading = reading;
        this.files = files;
    }

    BudgetHeader header() {
        Layout layout = reading.layout();
        String jurisdiction = choose("jurisdiction", reading.jurisdiction, inJson(JsonHead::jurisdiction));
        String currency = choose("currency", reading.currency, inJson(JsonHead::currency));
        BudgetPhase stated = choose("phase", reading.phase, inJson(JsonHead::phase));
        BudgetHeader.Scope scope = choose("scope", reading.scope, inJson(JsonHead::scope));
        FiscalYear ofColumns = choose("fiscalYear", reading.fiscalYear, BudgetFile::year);
        if (stated == null) {
            layout.phase()
                    .ifPresent(phase -> files.forEach(file -> file.columns().requirePhase(phase)));
        }
        return new BudgetHeader(
                jurisdiction == null ? ofLayout(layout) : jurisdiction,
                choose("fiscalYear", ofColumns, inJson(JsonHead::fiscalYear)),
                currency == null ? layout.currency() : currency,
                choose("submitted", reading.submitted, inJson(JsonHead::submitted)),
                stated != null ? stated : layout.phase().orElseGet(this::lastWithColumn),
                scope == null ? BudgetHeader.Scope.WHOLE : scope);
    }

    private String ofLayout(Layout layout) {
        String assumed = reading.assumedJurisdiction;
        boolean says =
                !layout.name().equals(Layout.OWN) && !layout.jurisdiction().equals(FiscalPackage.UNSTATED);
        return assumed == null || says ? layout.jurisdiction() : assumed;
    }

    private static <T> Function<BudgetFile, @Nullable T> inJson(Function<JsonHead, @Nullable T> stated) {
        return file -> {
            JsonHead head = file.json();
            return head == null ? null : stated.apply(head);
        };
    }

    private <T> @Nullable T choose(String name, @Nullable T caller, Function<BudgetFile, @Nullable T> stated) {
        if (caller != null) {
            return caller;
        }
        T found = null;
        for (BudgetFile file : files) {
            T value = stated.apply(file);
            if (found != null && value != null && !Objects.equals(found, value)) {
                throw new BudgetReadException(
                        Texts.of(
                                "files.disagree",
                                "file",
                                file.name(),
                                "name",
                                name,
                                "value",
                                value.toString(),
                                "other",
                                found.toString()),
                        null);
            }
            found = found == null ? value : found;
        }
        return found;
    }

    private BudgetPhase lastWithColumn() {
        Set<AmountKind> kinds = EnumSet.noneOf(AmountKind.class);
        files.forEach(file -> kinds.addAll(file.columns().amounts()));
        return kinds.stream().map(AmountKind::phase).max(BudgetPhase::compareTo).orElse(BudgetPhase.APPROVED);
    }
}
