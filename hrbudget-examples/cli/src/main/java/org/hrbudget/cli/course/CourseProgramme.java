package org.hrbudget.cli.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;

/** The programme of the course: that of the pack's examples, with titles that say something, made up for the course. */
final class CourseProgramme {

    /** What every malformed code of the examples was meant to be, and their programme does not have. */
    static final String MEANT = "01.01.06";

    private static final int ITS_NUMBER = 7;
    private static final String MADE_UP = " (título sintético)";

    private static final Map<String, String> TITLES = new TreeMap<>(Map.of(
            "01.01.01", "Capacitar al personal contra la discriminación",
            "01.01.02", "Adecuar los edificios para las personas con discapacidad",
            "01.02.01", "Atender en su lengua a quien hable una lengua indígena",
            "02.01.01", "Reparar la red de agua potable de las escuelas",
            "03.01.01", "Abrir centros de día para niñas y niños"));

    private CourseProgramme() {}

    static HumanRightsProgramme of(HumanRightsProgramme examples) {
        List<HrpAction> actions = new ArrayList<>();
        for (HrpAction action : examples.actions()) {
            actions.add(titled(action, TITLES.getOrDefault(action.code(), action.title()) + MADE_UP));
        }
        actions.add(new HrpAction(
                MEANT,
                ITS_NUMBER,
                "01",
                "01.01",
                "Publicar los trámites en lectura fácil" + MADE_UP,
                HrpAction.Term.SHORT,
                List.of(),
                false));
        return HumanRightsProgramme.of(examples.name(), examples.chapters(), actions);
    }

    private static HrpAction titled(HrpAction action, String title) {
        return new HrpAction(
                action.code(),
                action.sequence(),
                action.rightCode(),
                action.strategy(),
                title,
                action.term(),
                action.executors(),
                action.crossCutting());
    }

    /** {@return the programme as a table that is read as one} */
    static byte[] csv(HumanRightsProgramme programme) {
        List<String> columns = List.of(
                "code",
                "sequence",
                "right",
                "right_es",
                "right_en",
                "group",
                "strategy",
                "title",
                "executors",
                "cross_cutting");
        List<Map<String, String>> rows = new ArrayList<>();
        for (HrpAction action : programme.actions()) {
            HumanRight right = programme.chapter(action.rightCode()).orElseThrow();
            rows.add(Map.of(
                    "code", action.code(),
                    "sequence", Integer.toString(action.sequence()),
                    "right", right.code(),
                    "right_es", right.nameEs(),
                    "right_en", right.nameEn(),
                    "group", right.group() ? "yes" : "no",
                    "strategy", action.strategy(),
                    "title", action.title(),
                    "executors", String.join("|", action.executors()),
                    "cross_cutting", action.crossCutting() ? "yes" : "no"));
        }
        return new Table(columns, rows).csv();
    }
}
