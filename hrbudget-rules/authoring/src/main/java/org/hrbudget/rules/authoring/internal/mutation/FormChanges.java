package org.hrbudget.rules.authoring.internal.mutation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of a code that are one step away from a form: an element more or fewer, one that may be missing, a class that begins
 * later, ends sooner, lacks one of its parts or takes letters or digits beside them.
 */
public final class FormChanges {

    private static final Pattern ELEMENT =
            Pattern.compile("(?<what>\\[\\^?[^\\]]*\\]|[^\\[\\]{}?])(?<count>\\{(?<number>[0-9]+)\\}|\\?)?");
    private static final Pattern PART = Pattern.compile("(?<from>[A-Za-z0-9])-(?<to>[A-Za-z0-9])|.");

    private static final int LONGEST_COUNT = 99;
    private static final int MOST_OPTIONAL = 6;

    private FormChanges() {}

    /** {@return the forms near a form, in the order of its elements} */
    public static List<String> of(String form) {
        Set<String> forms = new LinkedHashSet<>();
        Matcher element = ELEMENT.matcher(form);
        while (element.find()) {
            String before = form.substring(0, element.start());
            String after = form.substring(element.end());
            String what = element.group("what");
            String count = element.group("count") == null ? "" : element.group("count");
            lengths(what, count, element.group("number")).forEach(other -> forms.add(before + other + after));
            classes(what).forEach(other -> forms.add(before + other + count + after));
        }
        forms.removeIf(other -> other.isEmpty()
                || other.equals(form)
                || other.chars().filter(c -> c == '?').count() > MOST_OPTIONAL);
        return List.copyOf(forms);
    }

    private static List<String> lengths(String what, String count, String number) {
        if (count.equals("?")) {
            return List.of("", what);
        }
        if (number == null) {
            return List.of("", what + "?", what + "{2}");
        }
        int times = Integer.parseInt(number);
        List<String> lengths = new ArrayList<>();
        lengths.add(times == 1 ? "" : times == 2 ? what : what + "{" + (times - 1) + "}");
        if (times < LONGEST_COUNT) {
            lengths.add(what + "{" + (times + 1) + "}");
        }
        return lengths;
    }

    private static List<String> classes(String what) {
        if (!what.startsWith("[") || what.equals("[.]")) {
            return List.of();
        }
        String open = what.startsWith("[^") ? "[^" : "[";
        String content = what.substring(open.length(), what.length() - 1);
        List<String> classes = new ArrayList<>();
        Matcher part = PART.matcher(content);
        while (part.find()) {
            String before = open + content.substring(0, part.start());
            String after = content.substring(part.end()) + "]";
            if (part.group("from") != null) {
                char from = part.group("from").charAt(0);
                char to = part.group("to").charAt(0);
                classes.add(before + range((char) (from + 1), to) + after);
                classes.add(before + range(from, (char) (to - 1)) + after);
            }
            if (part.start() > 0 || part.end() < content.length()) {
                classes.add(before + after);
            }
        }
        for (String more : List.of("0-9", "A-Z", "a-z")) {
            if (!content.contains(more)) {
                classes.add(open + content + more + "]");
            }
        }
        return classes;
    }

    private static String range(char from, char to) {
        return from >= to ? String.valueOf(from) : from + "-" + to;
    }
}
