package org.hrbudget.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrbudget.io.YearlySeries;
import org.hrbudget.model.Baseline;
import org.hrbudget.model.FiscalYear;
import org.hrbudget.model.HumanRightsProgramme;
import org.hrbudget.rules.PackLibrary;
import org.hrbudget.validation.BudgetValidator;
import org.hrbudget.validation.RulePack;
import org.jspecify.annotations.Nullable;

/**
 * How a validator is built, in whichever JVM: rule packs are compiled and stay where they are, what they are made from is sent
 * around. Immutable and serialisable.
 */
public final class ValidatorPlan implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A pack by what it governs, or by its version. */
    private record Choice(
            String jurisdiction,
            @Nullable String version,
            @Nullable FiscalYear year,
            @Nullable LocalDate asOf) implements Serializable {

        RulePack of(PackLibrary library) {
            if (version != null) {
                return library.load(jurisdiction, version);
            }
            if (year == null || asOf == null) {
                throw new IllegalStateException("A choice without a version has a year and a day.\nMaybe it was made"
                        + " by another version of this program.");
            }
            return library.select(jurisdiction, year, asOf).orElseThrow();
        }
    }

    private final ArrayList<Choice> choices;
    private final ArrayList<GivenPack> given;
    private final @Nullable HumanRightsProgramme programme;
    private final @Nullable Baseline baseline;
    private final @Nullable YearlySeries deflator;
    private final @Nullable TreeSet<String> items;
    private final @Nullable FiscalYear fiscalYear;
    private final int maxFindingsPerRule;

    private ValidatorPlan(Builder builder) {
        this.choices = new ArrayList<>(builder.choices);
        this.given = new ArrayList<>(builder.given);
        this.programme = builder.programme;
        this.baseline = builder.baseline;
        this.deflator = builder.deflator;
        this.items = builder.items;
        this.fiscalYear = builder.fiscalYear;
        this.maxFindingsPerRule = builder.maxFindingsPerRule;
    }

    /** {@return a builder of a plan that has no pack yet} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return the validator, built anew}
     *
     * @throws org.hrbudget.rules.RulePackException if a pack cannot be found or used
     */
    public BudgetValidator validator() {
        BudgetValidator.Builder validator = BudgetValidator.builder()
                .programme(programme)
                .maxFindingsPerRule(maxFindingsPerRule)
                .packs(packs());
        if (baseline != null) {
            validator.baseline(baseline);
        }
        if (deflator != null) {
            validator.deflator(deflator);
        }
        if (items != null) {
            validator.itemCatalogue(items);
        }
        if (fiscalYear != null) {
            validator.fiscalYear(fiscalYear);
        }
        return validator.build();
    }

    private RulePack[] packs() {
        PackLibrary library = GivenPack.library(given);
        return choices.stream().map(choice -> choice.of(library)).toArray(RulePack[]::new);
    }

    /** Builds a {@link ValidatorPlan}. Not safe for use by several threads. */
    public static final class Builder {

        private final List<Choice> choices = new ArrayList<>();
        private final List<GivenPack> given = new ArrayList<>();
        private @Nullable HumanRightsProgramme programme;
        private @Nullable Baseline baseline;
        private @Nullable YearlySeries deflator;
        private @Nullable TreeSet<String> items;
        private @Nullable FiscalYear fiscalYear;
        private int maxFindingsPerRule = 1_000;

        private Builder() {}

        /**
         * Adds the pack that governs a fiscal year by the law of a day.
         *
         * @param jurisdiction whose law, such as {@code mx-fed}
         * @param year the fiscal year of the budget
         * @param asOf the day whose law is asked for
         * @return this builder
         */
        public Builder rules(String jurisdiction, FiscalYear year, LocalDate asOf) {
            choices.add(new Choice(jurisdiction, null, year, asOf));
            return this;
        }

        /**
         * Adds a pack by its version, whatever it governs.
         *
         * @param jurisdiction whose law, such as {@code mx-fed}
         * @param version the version, such as {@code 2011.1}
         * @return this builder
         */
        public Builder version(String jurisdiction, String version) {
            choices.add(new Choice(jurisdiction, version, null, null));
            return this;
        }

        /**
         * Puts a pack beside those that come with the library, to choose from.
         *
         * @param pack the folder of a pack, or a zip file of one; read now
         * @return this builder
         * @throws UncheckedIOException if it cannot be read
         */
        public Builder given(Path pack) {
            given.add(GivenPack.of(pack));
            return this;
        }

        /**
         * Sets the human-rights programme that links are resolved against.
         *
         * @param value the programme
         * @return this builder
         */
        public Builder programme(@Nullable HumanRightsProgramme value) {
            this.programme = value;
            return this;
        }

        /**
         * Sets last year's funded actions.
         *
         * @param value the baseline
         * @return this builder
         */
        public Builder baseline(Baseline value) {
            this.baseline = value;
            return this;
        }

        /**
         * Sets an index of prices by year.
         *
         * @param value the index
         * @return this builder
         */
        public Builder deflator(YearlySeries value) {
            this.deflator = value;
            return this;
        }

        /**
         * Sets the object items of the year.
         *
         * @param codes the codes of the items
         * @return this builder
         */
        public Builder itemCatalogue(Collection<String> codes) {
            this.items = new TreeSet<>(codes);
            return this;
        }

        /**
         * Asks what the packs say of budgets of a year, whatever years they govern; see
         * {@link BudgetValidator.Builder#fiscalYear(FiscalYear)}.
         *
         * @param value the fiscal year
         * @return this builder
         */
        public Builder fiscalYear(FiscalYear value) {
            this.fiscalYear = value;
            return this;
        }

        /**
         * Sets how many findings of a rule the report holds.
         *
         * @param value at least 1; 1,000 unless set
         * @return this builder
         */
        public Builder maxFindingsPerRule(int value) {
            this.maxFindingsPerRule = value;
            return this;
        }

        /** {@return the plan} */
        public ValidatorPlan build() {
            return new ValidatorPlan(this);
        }
    }

    /**
     * A pack that a user gives, as the bytes of a zip file.
     *
     * @param name the name of the file or folder
     * @param zip the bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record GivenPack(String name, byte[] zip) implements Serializable {

        static GivenPack of(Path place) {
            Path name = place.getFileName();
            String shown = name == null ? place.toString() : name.toString();
            try {
                return Files.isDirectory(place)
                        ? new GivenPack(shown + ".zip", zipped(place))
                        : new GivenPack(shown, Files.readAllBytes(place));
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The pack " + place + " cannot be read.\nMaybe it is somewhere else.", e);
            }
        }

        private static byte[] zipped(Path folder) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes);
                    Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    zip.putNextEntry(
                            new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, zip);
                }
            }
            return bytes.toByteArray();
        }

        /** {@return the packs there are, these among them: a library reads packs from files alone, so they are files for a moment} */
        static PackLibrary library(List<GivenPack> packs) {
            PackLibrary bundled = PackLibrary.bundled();
            if (packs.isEmpty()) {
                return bundled;
            }
            List<Path> files = new ArrayList<>();
            try {
                Path folder = Files.createTempDirectory("hrbudget-packs");
                try {
                    for (GivenPack pack : packs) {
                        Path own = Files.createDirectory(folder.resolve(Integer.toString(files.size())));
                        files.add(Files.write(own.resolve(pack.name), pack.zip));
                    }
                    return bundled.and(files);
                } finally {
                    delete(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The packs given cannot be written to the folder for temporary files.\nMaybe its disk is full.",
                        e);
            }
        }

        private static void delete(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
