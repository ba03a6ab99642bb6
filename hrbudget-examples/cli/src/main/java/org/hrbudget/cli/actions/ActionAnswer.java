package org.hrbudget.cli.actions;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.report.TextPage;
import org.hrbudget.search.ActionSearch;
import org.hrbudget.search.ActionSearch.Match;
import org.hrbudget.search.ActionSearch.Meeting;
import org.hrbudget.search.ActionSearch.Missing;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells what was found, as text or as JSON.
 *
 * @param programme the programme
 * @param sample whether it is the one that comes along
 * @param placeholders how many of its titles are none
 * @param unassigned how many of its actions were left aside because they name no executor and one was asked for
 * @param limit how many actions are told at most
 * @param answer what was found
 */
public record ActionAnswer(
        HumanRightsProgramme programme,
        boolean sample,
        int placeholders,
        long unassigned,
        int limit,
        ActionSearch.Answer answer) {

    private static final int INDENT = 3;

    private record Document(
            Source programme,
            List<String> words,
            List<String> ignored,
            int found,
            List<Found> actions,
            List<Missing> missing) {}

    private record Source(String name, boolean sample, int actions, int placeholderTitles, long withoutExecutor) {}

    private record Found(
            String code,
            int sequence,
            String right,
            String rightName,
            boolean group,
            String title,
            HrpAction.@Nullable Term term,
            List<String> executors,
            boolean crossCutting,
            List<Meeting> why) {}

    /** {@return whether nothing was found} */
    public boolean isEmpty() {
        return answer.matches().isEmpty();
    }

    /**
     * Writes it as text.
     *
     * @param locale the reader's
     * @param out where to
     * @throws IOException if the text cannot be taken
     */
    public void text(Locale locale, Appendable out) throws IOException {
        TextPage page = new TextPage(out);
        if (placeholders > 0) {
            page.paragraph(
                    0, get(locale, sample ? "placeholders.sample" : "placeholders", "count", number(placeholders)));
            page.blank();
        }
        if (!answer.ignored().isEmpty()) {
            page.paragraph(0, get(locale, "ignored", "words", quoted(answer.ignored(), locale)));
        }
        if (answer.words().isEmpty()) {
            page.paragraph(0, get(locale, "nothing-asked"));
            return;
        }
        int count = answer.matches().size();
        page.paragraph(
                0,
                get(
                        locale,
                        count == 0 ? "found.none" : "found",
                        "count",
                        number(count),
                        "words",
                        quoted(answer.words(), locale)));
        for (Missing missing : answer.missing()) {
            page.paragraph(0, missing(missing, locale));
        }
        if (unassigned > 0) {
            page.paragraph(0, get(locale, "unassigned", "count", Long.toString(unassigned)));
        }
        List<Match> shown = shown();
        for (int i = 0; i < shown.size(); i++) {
            page.blank();
            match(i + 1, shown.get(i), locale, page);
        }
        if (count > shown.size()) {
            page.blank();
            page.paragraph(0, get(locale, "more", "count", number(count - shown.size())));
        }
        if (count > 0) {
            page.blank();
            page.paragraph(0, get(locale, "next", "code", shown.get(0).action().code()));
        }
    }

    private void match(int place, Match match, Locale locale, TextPage page) throws IOException {
        HrpAction action = match.action();
        page.paragraph(0, INDENT, place + ". " + action.code() + "  " + action.title());
        page.paragraph(INDENT, right(match.right(), locale));
        if (!action.executors().isEmpty()) {
            page.paragraph(INDENT, get(locale, "executors", "units", String.join(", ", action.executors())));
        }
        if (action.crossCutting()) {
            page.paragraph(INDENT, get(locale, "cross-cutting"));
        }
        String why =
                match.meetings().stream().map(meeting -> why(meeting, locale)).collect(Collectors.joining("; "));
        page.paragraph(INDENT, get(locale, "why", "why", why));
    }

    private static String right(HumanRight right, Locale locale) {
        return get(
                locale, right.group() ? "group" : "right", "right", (right.code() + " " + name(right, locale)).strip());
    }

    private static String why(Meeting meeting, Locale locale) {
        String place = get(locale, "place." + meeting.place());
        return get(
                locale, "meeting." + meeting.likeness(), "word", meeting.word(), "met", meeting.met(), "place", place);
    }

    private static String missing(Missing missing, Locale locale) {
        if (missing.elsewhere() > 0) {
            return get(locale, "elsewhere", "word", missing.word(), "count", number(missing.elsewhere()));
        }
        return missing.nearest().isEmpty()
                ? get(locale, "missing", "word", missing.word())
                : get(locale, "missing.near", "word", missing.word(), "near", quoted(missing.nearest(), locale));
    }

    /**
     * Writes it as JSON.
     *
     * @param locale the language of the rights' names
     * @param out where to; stays open
     */
    public void json(Locale locale, OutputStream out) {
        List<Found> actions =
                shown().stream().map(match -> found(match, locale)).toList();
        Document document = new Document(
                new Source(programme.name(), sample, programme.actions().size(), placeholders, unassigned),
                answer.words(),
                answer.ignored(),
                answer.matches().size(),
                actions,
                answer.missing());
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        JsonMapper.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build()
                .writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                .writeValue(out, document);
    }

    private static Found found(Match match, Locale locale) {
        HrpAction action = match.action();
        return new Found(
                action.code(),
                action.sequence(),
                match.right().code(),
                name(match.right(), locale),
                match.right().group(),
                action.title(),
                action.term(),
                action.executors(),
                action.crossCutting(),
                match.meetings());
    }

    private List<Match> shown() {
        return answer.matches().subList(0, Math.min(limit, answer.matches().size()));
    }

    private static String name(HumanRight right, Locale locale) {
        return locale.getLanguage().equals("es") ? right.nameEs() : right.nameEn();
    }

    private static String number(int count) {
        return Integer.toString(count);
    }

    private static String quoted(List<String> words, Locale locale) {
        return words.stream().map(word -> get(locale, "quoted", "word", word)).collect(Collectors.joining(", "));
    }

    private static String get(Locale locale, String key, String... values) {
        return ActionWords.WORDING.of(key, values).in(locale);
    }
}
