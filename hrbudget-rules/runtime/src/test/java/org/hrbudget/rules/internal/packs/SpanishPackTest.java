package org.hrbudget.rules.internal.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.hrbudget.rules.internal.language.Faults;
import org.hrbudget.rules.internal.language.RuleFileParser;
import org.hrbudget.rules.internal.language.RuleText;
import org.hrbudget.rules.internal.language.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pack whose words are all Spanish is the pack that has the English ones. */
class SpanishPackTest {

    private static PackText english() {
        return PackText.oneRule()
                .with("xx/1/pack.properties", """
                        jurisdiction=xx
                        version=1
                        title=T
                        title_es=Un título
                        instrument=I
                        published=2009-12-31
                        fiscal-years=2010-
                        """)
                .with("xx/1/lines.drl", """
                        rule "no-unit"
                            @severity("WARNING")
                            @legalBasis("law")
                        when
                            // Lo vinculado
                            Parameter( code == "least", $least : value )
                            Catalogue( code == "functional-codes", $known : codes )
                            SpendingLine( linkedShare < $least, !links.empty, functionalCode != null, functionalCode not in ("1.2.4"),
                                functionalCode not memberOf $known )
                        then
                        end
                        """)
                .with("xx/1/parameters.csv", "code,value,unit,legal-basis\nleast,0.75,ratio,law\n")
                .with("xx/1/duties.csv", "rule,duty,why_en,why_es\nno-unit,yes,Why,Por qué\n")
                .with("xx/1/coverage.csv", """
                        section,title_en,title_es,status,rules,note_en,note_es,source
                        s1,One,Uno,partly,no-unit,Note,Nota,S1
                        """)
                .with("xx/1/catalogues/functional-codes.csv", "code,name_es\n1.2.4,Derechos humanos\n")
                .with("xx/1/examples/no-unit.csv", """
                        expect,case,phase,functional_code,approved,action_1,action_1_share
                        finding,below,approved,1.1.1,10,01.01.01,0.74
                        silence,at,approved,1.1.1,10,01.01.01,0.75
                        silence,above,approved,1.1.1,10,01.01.01,0.76
                        """);
    }

    private static PackText spanish() {
        PackText spanish = english();
        spanish.paths().stream()
                .filter(path -> path.endsWith(".csv") || path.endsWith("_es.properties"))
                .forEach(spanish::without);
        return spanish.with("xx/1/pack.properties", """
                        jurisdicción=xx
                        version=1
                        título en inglés=T
                        título=Un título
                        instrumento=I
                        publicado=2009-12-31
                        ejercicios-fiscales=2010-
                        """)
                .with("xx/1/lines.drl", """
                        regla "no-unit"
                            @severidad("advertencia")
                            @fundamento("law")
                        cuando
                            // Lo vinculado
                            Límite( clave == "least", $least : valor )
                            ListaDeClaves( clave == "functional-codes", $known : claves )
                            RenglonDeGasto( proporcionVinculada < $least, !vinculaciones.vacías, claveFuncional != nulo, claveFuncional no en ("1.2.4"),
                                claveFuncional no enLista $known )
                        entonces
                        fin
                        """)
                .with(
                        "xx/1/parametros.csv",
                        "Clave,Valor,Medida,Fundamento,Desde,Hasta,Día de\nleast,0.75,proporción,law,,,\n")
                .with("xx/1/fundamentos.csv", """
                        clave,instrumento,artículo,publicado,fuente,evidencia
                        law,Law,,,S1,leído
                        """)
                .with("xx/1/textos_es.properties", "no-unit.título=T\nno-unit.mensaje=M.\nno-unit.remedio=R.\n")
                .with("xx/1/deberes.csv", "regla,deber,por qué en inglés,por qué\nno-unit,Sí,Why,Por qué\n")
                .with("xx/1/cobertura.csv", """
                        sección,título en inglés,título,estado,reglas,nota en inglés,nota,fuente
                        s1,One,Uno,en parte,no-unit,Note,Nota,S1
                        """)
                .with("xx/1/catalogos/claves-funcionales.csv", "clave,nombre\n1.2.4,Derechos humanos\n")
                .with("xx/1/ejemplos/no-unit.csv", """
                        Espera,Caso,Etapa,Clave funcional,Aprobado,Línea de acción 1,Acción 1 proporción
                        hallazgo,below,aprobado,1.1.1,10,01.01.01,0.74
                        silencio,at,aprobado,1.1.1,10,01.01.01,0.75
                        silencio,above,aprobado,1.1.1,10,01.01.01,0.76
                        """);
    }

    private static OpenPack read(PackText files) {
        Faults faults = new Faults();
        OpenPack pack = new Library(files).check("xx", "1", faults);
        assertThat(faults.all()).isEmpty();
        return Objects.requireNonNull(pack);
    }

    /** Who wrote «fuente» looks for no column "source". */
    @Test
    void aBlankCellIsOfTheColumnAsItIsWritten() {
        Faults faults = new Faults();
        new Library(spanish()
                        .with("xx/1/fundamentos.csv", """
                                clave,instrumento,artículo,publicado,fuente,evidencia
                                law,Law,,,,leído
                                """)
                        .with("xx/1/catalogos/claves-funcionales.csv", "clave,nombre\n1.2.4,\n"))
                .check("xx", "1", faults);

        assertThat(faults.all().stream().map(fault -> fault.problem().es()))
                .containsExactlyInAnyOrder(
                        "La celda de la columna «fuente» está vacía.", "La celda de la columna «nombre» está vacía.");
    }

    @Test
    void aSpanishPackIsTheEnglishOne() {
        OpenPack english = read(english());
        OpenPack spanish = read(spanish());

        assertThat(spanish.rules()).isEqualTo(english.rules());
        assertThat(spanish.parameters()).isEqualTo(english.parameters());
        assertThat(spanish.legalBases()).isEqualTo(english.legalBases());
        assertThat(spanish.manifest().title()).isEqualTo(english.manifest().title());
        assertThat(spanish.manifest().published()).isEqualTo(english.manifest().published());
        assertThat(CoverageTable.of(spanish)).isEqualTo(CoverageTable.of(english));
        assertThat(spanish.reviewed().cases()).isEqualTo(english.reviewed().cases());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "Renglón( claveDeUnidad no pertenece a $words )       ~ SpendingLine( unitCode not memberOf $words )",
                "Renglón( claveDeUnidad pertenece a $words )          ~ SpendingLine( unitCode memberOf $words )",
                "Renglón( claveDeUnidad no está en $words )           ~ SpendingLine( unitCode not memberOf $words )",
                "Renglón( claveDeUnidad en $words )                   ~ SpendingLine( unitCode memberOf $words )",
                "Renglón( claveDeUnidad está en la lista $words )     ~ SpendingLine( unitCode memberOf $words )",
                "Renglón( claveDeUnidad esta en (\"1\", \"2\") )        ~ SpendingLine( unitCode in (\"1\", \"2\") )",
                "Renglón( claveDeUnidad no es uno de (\"1\") )         ~ SpendingLine( unitCode not in (\"1\") )",
                "Renglón( objetoDelGasto no tiene la forma \"[0-9]\" ) ~ SpendingLine( objectCode not matches \"[0-9]\" )",
                "Unidad( $u : claveDeUnidad ) existe ( Meta( claveDeUnidad == $u ) o Indicador( claveDeUnidad == $u ) )"
                        + " ~ UnitSummary( $u : unitCode ) exists ( Goal( unitCode == $u ) or UnitIndicator( unitCode == $u ) )",
            })
    void everyOperatorHasASpanishName(String spanish, String english) {
        Faults faults = new Faults();
        String file = "regla \"x\"\n@severidad(\"ADVERTENCIA\")\n@fundamento(\"law\")\ncuando\n" + spanish
                + "\nentonces\nfin\n";
        RuleText rule =
                RuleFileParser.parse(new SourceText("lines.drl", file), faults).get(0);

        assertThat(faults.all()).isEmpty();
        assertThat(rule.condition()).isEqualToNormalizingWhitespace(english);
    }
}
