package org.hrbudget.cli.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hrbudget.model.HrpAction;
import org.hrbudget.model.HumanRight;
import org.hrbudget.model.HumanRightsProgramme;

/**
 * A programme with the published frame of that of 2009 and nothing of its text: 15 rights, 10 population groups, 2,412 actions
 * numbered through, coded RR.SS.LL. How many actions each right has is not published in our sources, so equality, the right with
 * the most budgeted actions, has 180 and each other chapter 93; six to a strategy, as in the one strategy whose length is known.
 */
final class SampleProgramme {

    static final int ACTIONS = 2_412;

    private static final int EQUALITY_ACTIONS = 180;
    private static final int OTHER_ACTIONS = 93;
    private static final int ACTIONS_PER_STRATEGY = 6;
    private static final int RIGHTS = 15;
    private static final List<HrpAction.Term> TERMS =
            List.of(HrpAction.Term.SHORT, HrpAction.Term.MEDIUM, HrpAction.Term.LONG, HrpAction.Term.PERMANENT);

    /** Rights, then groups, in the order of the cores; only that 01 is equality is confirmed. */
    private static final String[][] CHAPTERS = {
        {"Igualdad y no discriminación", "Equality and non-discrimination"},
        {"Acceso a la información", "Access to information"},
        {"Libertad de expresión", "Freedom of expression"},
        {"Derechos políticos", "Political rights"},
        {"Acceso a la justicia", "Access to justice"},
        {"Debido proceso", "Due process"},
        {"Integridad, libertad y seguridad personales", "Personal integrity, liberty and security"},
        {"Personas privadas de la libertad en centros de reclusión", "Persons deprived of liberty"},
        {"Medio ambiente sano", "Healthy environment"},
        {"Agua", "Water"},
        {"Vivienda adecuada", "Adequate housing"},
        {"Educación", "Education"},
        {"Trabajo y derechos humanos laborales", "Work and human rights at work"},
        {"Salud", "Health"},
        {"Sexuales y reproductivos", "Sexual and reproductive rights"},
        {"Mujeres", "Women"},
        {"Infancia", "Children"},
        {"Jóvenes", "Young people"},
        {"Pueblos y comunidades indígenas", "Indigenous peoples and communities"},
        {"Población LGBTTTI", "LGBTTTI population"},
        {"Personas migrantes, refugiadas y solicitantes de asilo", "Migrants, refugees and asylum seekers"},
        {"Víctimas de trata y explotación sexual", "Victims of trafficking and sexual exploitation"},
        {"Personas adultas mayores", "Older persons"},
        {"Personas con discapacidad", "Persons with disabilities"},
        {"Poblaciones callejeras", "People living on the street"}
    };

    private SampleProgramme() {}

    static HumanRightsProgramme generate() {
        List<HumanRight> chapters = new ArrayList<>();
        List<HrpAction> actions = new ArrayList<>();
        for (int chapter = 1; chapter <= CHAPTERS.length; chapter++) {
            String[] names = CHAPTERS[chapter - 1];
            String code = twoDigits(chapter);
            chapters.add(new HumanRight(code, chapter > RIGHTS, names[0], names[1]));
            int count = chapter == 1 ? EQUALITY_ACTIONS : OTHER_ACTIONS;
            for (int n = 0; n < count; n++) {
                actions.add(action(code, n, actions.size() + 1));
            }
        }
        return HumanRightsProgramme.of("PDHDF (sintético)", chapters, actions);
    }

    private static HrpAction action(String right, int indexInRight, int sequence) {
        String strategy = right + "." + twoDigits(indexInRight / ACTIONS_PER_STRATEGY + 1);
        String code = strategy + "." + twoDigits(indexInRight % ACTIONS_PER_STRATEGY + 1);
        String title = "Línea de acción " + sequence + " (título neutro)";
        HrpAction.Term term = TERMS.get(sequence % TERMS.size());
        return new HrpAction(code, sequence, right, strategy, title, term, List.of(), false);
    }

    static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
