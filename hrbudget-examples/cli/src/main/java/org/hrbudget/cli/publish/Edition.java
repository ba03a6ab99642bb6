package org.hrbudget.cli.publish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hrbudget.report.ReportDocument;
import org.hrbudget.validation.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A report as one of those that are published: a year at a stage.
 *
 * @param file the report's file
 * @param document what it says
 */
record Edition(Path file, ReportDocument document) {

    private static final int PRECISION = 6;

    /** {@return what tells it from others, in names of files: such as {@code 2011-paid}} */
    String slug() {
        return Objects.toString(document.budget().fiscalYear(), "0000") + "-"
                + document.budget().phase().name().toLowerCase(Locale.ROOT);
    }

    Optional<ReportDocument.RightSum> right(String code) {
        return document.rights().stream()
                .filter(right -> right.code().equals(code))
                .findFirst();
    }

    Optional<ReportDocument.UnitSum> unit(String code) {
        return document.units().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst();
    }

    /** {@return the money of all lines; {@code null} where none has any} */
    @Nullable
    String total() {
        return document.budget().totals().get(document.budget().basis());
    }

    Optional<ReportDocument.Figure> figure(String id, Map<String, String> dimensions) {
        return document.indicators().stream()
                .filter(figure -> figure.id().equals(id) && figure.dimensions().equals(dimensions))
                .findFirst();
    }

    /** {@return whether lines could say what they pay for: without links or a programme no number of theirs is a zero} */
    boolean tellsActions() {
        return document.rights().stream().anyMatch(right -> right.linkedActions() != null);
    }

    /** {@return the waiver that lets a finding stand} */
    Optional<ReportDocument.Waived> waiver(ReportDocument.Defect finding) {
        List<ReportDocument.Waived> waivers = document.waivers();
        Integer place = finding.waiver();
        return waivers == null || place == null || place >= waivers.size()
                ? Optional.empty()
                : Optional.of(waivers.get(place));
    }

    List<ReportDocument.Defect> findingsOfUnit(String code) {
        return document.findings().stream()
                .filter(finding -> code.equals(finding.unit()))
                .toList();
    }

    /** {@return the findings that name a right, or one of its actions} */
    List<ReportDocument.Defect> findingsOfRight(String code) {
        Pattern named = Pattern.compile(Pattern.quote(code) + "([.][0-9]{2}[.][0-9]{2})?");
        return document.findings().stream()
                .filter(finding -> List.of("code", "label", "actionCode", "actionRight").stream()
                        .map(detail -> finding.details().getOrDefault(detail, ""))
                        .anyMatch(text -> named.matcher(text).matches()))
                .toList();
    }

    /** {@return a share in per cent; a dash where there is nothing it could be of} */
    static String share(@Nullable String part, @Nullable String whole) {
        return part == null || whole == null || new BigDecimal(whole).signum() == 0
                ? "—"
                : Finding.Detail.percent(
                        new BigDecimal(part).divide(new BigDecimal(whole), PRECISION, RoundingMode.HALF_UP));
    }
}
