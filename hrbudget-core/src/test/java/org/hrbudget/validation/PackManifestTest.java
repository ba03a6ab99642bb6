package org.hrbudget.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.FiscalYear;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackManifestTest {

    @ParameterizedTest
    @CsvSource({"2011, 2011, 2011", "2009, 2010, 2009-2010", "2011, , 2011-"})
    void theYearsItGovernsAreSaidAsAPersonWould(int first, Integer last, String years) {
        PackManifest manifest = new PackManifest(
                "xx",
                Set.of("yy"),
                "1",
                null,
                new Bilingual("A", "A"),
                "A",
                null,
                null,
                null,
                null,
                FiscalYear.of(first),
                last == null ? null : FiscalYear.of(last),
                null,
                Map.of(),
                null);

        assertThat(manifest.fiscalYears()).isEqualTo(years);
    }
}
