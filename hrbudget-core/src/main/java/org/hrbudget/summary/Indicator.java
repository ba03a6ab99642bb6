package org.hrbudget.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hrbudget.model.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * The value of an indicator, for the whole budget or for a part of it.
 *
 * @param id its id, such as {@code I01}
 * @param value its value, exact where it is a count or an amount, to 40 digits where it is a ratio; {@code null} where it is
 *     undefined because its denominator is zero or the data it needs was not given
 * @param ratio what its value is the quotient of, where it is a ratio and both are known
 * @param unit {@code ratio}, {@code count} or the currency
 * @param dimensions what it is the value of, such as {@code right=01}; empty for the whole budget; in alphabetical order
 */
public record Indicator(
        String id, @Nullable BigDecimal value, @Nullable Ratio ratio, String unit, Map<String, String> dimensions) {

    /** Copies the map. */
    public Indicator {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
    }

    /**
     * What an indicator measures: its formula, its titles, and where it comes from. The one place for these facts; the order is that
     * of reports.
     */
    public enum Definition {
        /** Units with at least one valid link, in the units that filed. Not the same as {@link #BUDGET_COVERAGE}. */
        UNIT_LINKING_RATE(
                "I01",
                Measure.RATIO,
                "Unit linking rate",
                "Tasa de vinculación de las unidades",
                "units with a line linked to an action of the programme / units that filed a line",
                "unidades con un renglón vinculado a una línea de acción del programa / unidades que presentaron algún renglón",
                Sources.BRIEF,
                Grade.SEED),
        /** The money of lines with at least one valid link, each counted whole, in all money. */
        BUDGET_COVERAGE(
                "I02",
                Measure.RATIO,
                "Budget coverage",
                "Cobertura del presupuesto",
                "amount of the lines that link any action, each counted whole however little of it the link takes (I03 counts that"
                        + " alone) / amount of all lines",
                "monto de los renglones que vinculan alguna línea de acción, cada uno completo por poco que la vinculación tome de él"
                        + " (I03 cuenta solo eso) / monto de todos los renglones",
                Sources.BRIEF,
                Grade.SEED),
        /** The money that links attribute to actions, each line's at most once, in all money. */
        WEIGHTED_COVERAGE(
                "I03",
                Measure.RATIO,
                "Weighted coverage",
                "Cobertura ponderada",
                "amount attributed to actions by amount or share, each line's at most once / amount of all lines",
                "monto atribuido a líneas de acción por monto o proporción, cada renglón a lo más una vez / monto de todos"
                        + " los renglones",
                Sources.HOUSE,
                Grade.DERIVED),
        /** Distinct funded actions in the actions of the programme. */
        PROGRAMME_COVERAGE(
                "I04",
                Measure.RATIO,
                "Programme coverage",
                "Cobertura del programa",
                "different actions that receive money / actions of the programme",
                "líneas de acción distintas que reciben recursos / líneas de acción del programa",
                Sources.HOUSE,
                Grade.DERIVED),
        /**
         * Actions funded this year that last year's baseline did not fund. The formula of the source means all earlier years, so an
         * action funded before, dropped, and taken up again counts as new here and not there.
         */
        NEW_FUNDED_ACTIONS(
                "I05",
                Measure.COUNT,
                "Newly funded actions",
                "Líneas de acción que empiezan a recibir recursos",
                "actions that receive money and received none in last year's baseline",
                "líneas de acción que reciben recursos y no los recibieron en la línea base del año anterior",
                Sources.BRIEF,
                Grade.SEED),
        /** Distinct funded actions of each right or population group: the source counts what was budgeted. */
        ACTIONS_PER_RIGHT(
                "I06",
                Measure.COUNT,
                "Funded actions of a right",
                "Líneas de acción con recursos por derecho",
                "different actions of the right or group that receive money",
                "líneas de acción distintas del derecho o grupo que reciben recursos",
                Sources.BRIEF,
                Grade.SEED),
        /** One minus {@link #PROGRAMME_COVERAGE}; also by right, by term and by executor, where the programme gives them. */
        ORPHAN_ACTIONS(
                "I08",
                Measure.RATIO,
                "Orphan actions",
                "Líneas de acción sin recursos",
                "actions that receive no money / actions",
                "líneas de acción que no reciben recursos / líneas de acción",
                Sources.HOUSE,
                Grade.DERIVED),
        /**
         * Actions on the lists of the units, annex 3 of the manuals for 2013 and 2014, that a line of the same unit links, in all
         * actions on the lists; an action on the lists of two units counts twice. Also by unit.
         */
        LIST_CONFORMITY(
                "I11",
                Measure.RATIO,
                "Conformity with the units' lists of actions",
                "Conformidad con las listas de líneas de acción de las unidades",
                "actions on the lists of the units that a line of the same unit links / actions on the lists of the units",
                "líneas de acción de las listas de las unidades que un renglón de la misma unidad vincula / líneas de acción de las"
                        + " listas de las unidades",
                Sources.HOUSE,
                Grade.DERIVED),
        /** Modified in approved. */
        MODIFIED_OVER_APPROVED(
                "EX1",
                Measure.RATIO,
                "Modified in approved",
                "Modificado entre aprobado",
                "modified / approved",
                "modificado / aprobado",
                Sources.HOUSE,
                Grade.DERIVED),
        /** Accrued in modified; accrued is exercised and current liabilities together where a report of the DF gives these. */
        EXECUTION(
                "EX2",
                Measure.RATIO,
                "Execution",
                "Avance del devengado",
                "accrued / modified",
                "devengado / modificado",
                Sources.QUARTERLY_REPORT,
                Grade.SOURCED),
        /** What was moved between lines, in approved: a cut and an equal extension elsewhere do not cancel out. */
        REALLOCATION(
                "EX3",
                Measure.RATIO,
                "Budget reallocation",
                "Reasignación del presupuesto",
                "sum over lines of |modified - approved| / approved",
                "suma por renglón de |modificado - aprobado| / aprobado",
                Sources.HOUSE,
                Grade.DERIVED),
        /** The part of modified that was not accrued. */
        SUB_EXERCISE(
                "EX4",
                Measure.RATIO,
                "Sub-exercise share",
                "Proporción de subejercicio",
                "(modified - accrued) / modified",
                "(modificado - devengado) / modificado",
                Sources.QUARTERLY_REPORT,
                Grade.SOURCED),
        /** Exercised in what was scheduled up to the date of the report. */
        ADVANCE(
                "EX5",
                Measure.RATIO,
                "Advance",
                "Avance",
                "exercised / calendarised",
                "ejercido / calendarizado",
                "Federal spending report of 2012, sample",
                Grade.SOURCED),
        /** Exercised in approved; above one is ordinary, for approved is no ceiling. */
        EXERCISED_OVER_APPROVED(
                "EX6",
                Measure.RATIO,
                "Exercised in approved",
                "Ejercido entre aprobado",
                "exercised / approved",
                "ejercido / aprobado",
                "Notes on the open budget data of Mexico City, 2026",
                Grade.SOURCED),
        /** The sum of each kind of amount that at least one line gives. */
        TOTAL(
                "AM1",
                Measure.MONEY,
                "Total",
                "Total",
                "sum of one kind of amount over the lines that give it",
                "suma de un tipo de monto sobre los renglones que lo indican",
                Sources.HOUSE,
                Grade.DERIVED),
        /** The money attributed to the actions of each right or group. Rights may share a line, so these do not add up to a total. */
        AMOUNT_PER_RIGHT(
                "AM2",
                Measure.MONEY,
                "Amount of a right",
                "Monto por derecho",
                "sum of the amounts attributed to the actions of the right or group; a line may count under several",
                "suma de los montos atribuidos a las líneas de acción del derecho o grupo; un renglón puede contar en varios",
                Sources.HOUSE,
                Grade.DERIVED),
        /** Lines that count for several actions with more than they have; allowed, but their money counts more than once. */
        OVERLAPPING_LINES(
                "AM3",
                Measure.COUNT,
                "Lines counted for several actions",
                "Renglones contados en varias líneas de acción",
                "lines of which the actions together are given more than the line has: whole, where the links say no part",
                "renglones cuyas líneas de acción reciben en conjunto más de lo que el renglón tiene: completo, donde la"
                        + " vinculación no indica qué parte",
                Sources.HOUSE,
                Grade.DERIVED),
        /** By how much the sums of the actions exceed the money of their lines; see {@link #OVERLAPPING_LINES}. */
        OVERLAP(
                "AM4",
                Measure.MONEY,
                "Amount counted more than once",
                "Monto contado más de una vez",
                "sum of the amounts attributed to each action - amount attributed to actions, each line's at most once",
                "suma de los montos atribuidos a cada línea de acción - monto atribuido a líneas de acción, cada renglón a lo más"
                        + " una vez",
                Sources.HOUSE,
                Grade.DERIVED);

        /** What kind of number an indicator is. */
        public enum Measure {
            /** A fraction: 1 is the whole. */
            RATIO,
            /** A number of things. */
            COUNT,
            /** Money, in the currency of the budget. */
            MONEY;

            /**
             * {@return how {@link Indicator#unit()} names it}
             *
             * @param currency the ISO 4217 code of the budget's currency
             */
            public String unit(String currency) {
                return this == MONEY ? currency : name().toLowerCase(Locale.ROOT);
            }
        }

        private final String id;
        private final Measure measure;
        private final String titleEn;
        private final String titleEs;
        private final String formulaEn;
        private final String formulaEs;
        private final String source;
        private final String grade;

        Definition(
                String id,
                Measure measure,
                String titleEn,
                String titleEs,
                String formulaEn,
                String formulaEs,
                String source,
                String grade) {
            this.id = id;
            this.measure = measure;
            this.titleEn = titleEn;
            this.titleEs = titleEs;
            this.formulaEn = formulaEn;
            this.formulaEs = formulaEs;
            this.source = source;
            this.grade = grade;
        }

        /**
         * {@return the definition of this id, if there is one}
         *
         * @param id such as {@code I01}
         */
        public static Optional<Definition> of(String id) {
            return Arrays.stream(values())
                    .filter(definition -> definition.id.equals(id))
                    .findFirst();
        }

        /** {@return the id in reports, such as {@code I01}; never given to another indicator} */
        public String id() {
            return id;
        }

        /** {@return what kind of number it is} */
        public Measure measure() {
            return measure;
        }

        /** {@return its title} */
        public Bilingual title() {
            return new Bilingual(titleEn, titleEs);
        }

        /** {@return its formula in words; a slash divides} */
        public Bilingual formula() {
            return new Bilingual(formulaEn, formulaEs);
        }

        /** {@return where the formula or its published value was read} */
        public String source() {
            return source;
        }

        /** {@return how well it is attested, in the words of legal bases: {@code seed}, {@code sourced} or {@code derived}} */
        public String grade() {
            return grade;
        }

        /** Constants of the enum itself cannot be named before its first value. */
        private static final class Sources {
            static final String BRIEF =
                    "ELLA brief, Mexico City's Innovation: Budgeting with a Human Rights Approach, 2011";
            static final String QUARTERLY_REPORT =
                    "Instituto Técnico de Formación Policial, Informe de Avance Trimestral, January to December 2011";
            static final String HOUSE = "hrbudget";
        }

        private static final class Grade {
            static final String SEED = "seed";
            static final String SOURCED = "sourced";
            static final String DERIVED = "derived";
        }
    }

    /**
     * An exact fraction of two quantities, rounded only when shown.
     *
     * @param numerator the part
     * @param denominator the whole; zero makes the ratio undefined
     */
    public record Ratio(BigDecimal numerator, BigDecimal denominator) {

        private static final int LIMIT_DECIMALS = 10;
        private static final int LEAST_DIGITS = 40;

        /**
         * {@return the ratio of two counts}
         *
         * @param numerator the part
         * @param denominator the whole
         */
        public static Ratio of(long numerator, long denominator) {
            return new Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
        }

        /** {@return one minus this ratio, exact, over the same denominator} */
        public Ratio complement() {
            return new Ratio(denominator.subtract(numerator), denominator);
        }

        /** {@return whether the denominator is not zero} */
        public boolean isDefined() {
            return denominator.signum() != 0;
        }

        /**
         * {@return the quotient to 40 significant digits, more where the quantities have very many, without trailing zeros, or
         * {@code null} where undefined; compared with a limit of at most ten decimals, it is below, at or above it exactly where
         * the fraction is}
         */
        public @Nullable BigDecimal decimal() {
            if (!isDefined()) {
                return null;
            }
            BigDecimal quotient = numerator.divide(denominator, comparable()).stripTrailingZeros();
            return quotient.scale() < 0 ? quotient.setScale(0, RoundingMode.UNNECESSARY) : quotient;
        }

        /**
         * {@return the quotient rounded half up to this many decimals, or {@code null} where undefined}
         *
         * @param decimals the number of decimals
         */
        public @Nullable BigDecimal rounded(int decimals) {
            return isDefined() ? numerator.divide(denominator, decimals, RoundingMode.HALF_UP) : null;
        }

        /**
         * Digits enough to tell the quotient from every limit: numerator - limit * denominator is a multiple of the last decimal
         * that the two can have, so a quotient that is not the limit differs from it by at least that over the denominator.
         */
        private MathContext comparable() {
            int decimals = Math.max(numerator.scale(), denominator.scale() + LIMIT_DECIMALS);
            int digits = numerator.precision() - numerator.scale() + decimals + 2;
            return new MathContext(Math.max(LEAST_DIGITS, digits), RoundingMode.HALF_EVEN);
        }
    }
}
