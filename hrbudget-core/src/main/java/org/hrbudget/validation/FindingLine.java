package org.hrbudget.validation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrbudget.model.DataItem;
import org.hrbudget.model.Position;
import org.hrbudget.model.SpendingLine;
import org.hrbudget.validation.spi.LineFact;
import org.jspecify.annotations.Nullable;

/**
 * The line a finding is about, as far as its reader needs it to recognise the line. Texts longer than {@value #LONGEST} characters
 * are cut there.
 *
 * @param position where it stands in the budget
 * @param id the publisher's identifier, where given
 * @param codes the parts of its budget key that are given, by the field's name in layouts, in the order of the key
 * @param others the first columns, {@value #MOST_OTHERS} at most, that the library has no word for, such as its description, by
 *     heading, in the order of the file
 * @param amount its money: proposed in a draft, else approved; {@code null} where it has none
 */
public record FindingLine(
        Position position,
        @Nullable String id,
        Map<String, String> codes,
        Map<String, String> others,
        @Nullable BigDecimal amount)
        implements Serializable {

    private static final int LONGEST = 80;
    private static final int MOST_OTHERS = 3;

    private static final List<DataItem> KEY = List.of(
            DataItem.FUNCTIONAL_CODE,
            DataItem.PROGRAMME_CODE,
            DataItem.OBJECT_CODE,
            DataItem.FUNDING_SOURCE,
            DataItem.SPENDING_TYPE,
            DataItem.IDENTIFIER_DIGIT);

    /** Copies the maps and keeps their order. */
    public FindingLine {
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    public static FindingLine of(LineFact fact) {
        SpendingLine line = fact.line();
        Map<String, String> codes = new LinkedHashMap<>();
        for (DataItem part : KEY) {
            String code = code(line, part);
            if (code != null) {
                codes.put(part.word(), cut(code));
            }
        }
        Map<String, String> others = new LinkedHashMap<>();
        line.passThrough().entrySet().stream()
                .limit(MOST_OTHERS)
                .forEach(other -> others.put(cut(other.getKey()), cut(other.getValue())));
        String id = line.id();
        return new FindingLine(line.position(), id == null ? null : cut(id), codes, others, fact.amount());
    }

    private static @Nullable String code(SpendingLine line, DataItem part) {
        return switch (part) {
            case FUNCTIONAL_CODE -> line.functionalCode();
            case PROGRAMME_CODE -> line.programmeCode();
            case OBJECT_CODE -> line.objectCode();
            case FUNDING_SOURCE -> line.fundingSource();
            case SPENDING_TYPE -> line.spendingType();
            default -> line.identifierDigit();
        };
    }

    /** {@return a text of bounded length, no character of which is cut in half} */
    public static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST) + "…";
    }
}
