package org.hrbudget.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestOnlyTest {

    private static final List<String> KINDS = List.of("dependencia", "delegación", "delegacion", "entidad");
    private static final List<String> CODES = List.of("1.2.4", "1.2.5", "2.1.0");

    @Test
    void whatIsTheSameButForCaseAccentsAndSignsIsMeant() {
        assertThat(Nearest.only("Órgano Autonomo", List.of("órgano autónomo"))).contains("órgano autónomo");
        assertThat(Nearest.only("01-02-04", CODES)).contains("1.2.4");
    }

    @Test
    void aSlipOfTheHandIsSeenThrough() {
        assertThat(Nearest.only("Dependencias", KINDS)).contains("dependencia");
        assertThat(Nearest.only("delegacón", KINDS)).contains("delegación");
    }

    @Test
    void whereSeveralAreAsNearNobodyGuesses() {
        assertThat(Nearest.only("1.2.9", CODES)).isEmpty();
        assertThat(Nearest.only("abcd", List.of("abce", "abcf"))).isEmpty();
    }

    @Test
    void whatIsFarMeansNothing() {
        assertThat(Nearest.only("fideicomiso", KINDS)).isEmpty();
        assertThat(Nearest.only("¿?", KINDS)).isEmpty();
    }
}
