package org.hrbudget.benchmarks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The code lists of federal files, written down once more, so that no comparison program waits for the library to load its own. */
final class CodeLists {

    /** The second digits of the concepts of each chapter of the classifier of 2011. */
    private static final List<String> CONCEPTS_BY_CHAPTER =
            List.of("1234567", "123456789", "123456789", "123456789", "123456789", "123", "1234569", "135", "1234569");

    private CodeLists() {}

    /** {@return the 63 concepts of the object of expenditure and their chapters, where a code may stop too, of four digits} */
    static Set<String> concepts() {
        Set<String> concepts = new HashSet<>();
        for (int chapter = 1; chapter <= CONCEPTS_BY_CHAPTER.size(); chapter++) {
            concepts.add(chapter + "000");
            for (char concept : CONCEPTS_BY_CHAPTER.get(chapter - 1).toCharArray()) {
                concepts.add(chapter + String.valueOf(concept) + "00");
            }
        }
        return concepts;
    }

    /** {@return the letters of the modalities} */
    static Set<String> modalities() {
        return new HashSet<>(List.of("SUEBPFGARKMOWLNJTYZICDH".split("", 0)));
    }
}
