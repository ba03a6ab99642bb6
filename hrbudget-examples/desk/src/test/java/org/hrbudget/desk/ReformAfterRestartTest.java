package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.hrbudget.desk.judging.Rules;
import org.hrbudget.desk.units.Units;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A desk that was stopped and started again on its database. */
@Tag("long")
class ReformAfterRestartTest {

    @TempDir
    Path folder;

    @Test
    void whatWasApprovedIsInUseStill() {
        DeskProcess desk = new DeskProcess(folder);
        desk.prepare(started -> {
            assertThat(versions(started)).doesNotContain("2012.1");
            approve(started);
        });
        desk.prepare(started -> {
            assertThat(versions(started)).contains("2012.1");
            assertThat(started.getBean(Rules.class).load("mx-cmx/2012.1").rules())
                    .anyMatch(rule -> rule.legalBasis().instrument().equals("Ejercicio, no es norma"));
        });
    }

    private static Iterable<String> versions(ApplicationContext desk) {
        return desk.getBean(Rules.class).versions().stream()
                .map(pack -> pack.version())
                .toList();
    }

    private static void approve(ApplicationContext desk) {
        Office office = new Office(
                desk.getBean(Accounts.class),
                desk.getBean(Units.class),
                MockMvcBuilders.webAppContextSetup((WebApplicationContext) desk)
                        .apply(springSecurity())
                        .build());
        Account proposer = office.account(Role.LAWYER, null);
        try {
            byte[] zip = ReformFiles.zip(ReformFiles.of2012());
            String page = to(
                    office,
                    proposer,
                    multipart("/law/uploads").file(new MockMultipartFile("file", "reforma.zip", null, zip)));
            to(office, proposer, post(page + "/sent"));
            Map<String, String> fields = Map.of("approved", "true", "signer", "Licenciada de las pruebas");
            var decision = post(page + "/decision");
            fields.forEach(decision::param);
            to(office, office.account(Role.LAWYER, null), decision);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** {@return where an act leads to} */
    private static String to(Office office, Account who, AbstractMockHttpServletRequestBuilder<?> act)
            throws Exception {
        return Objects.requireNonNull(
                office.send(who, act).andReturn().getResponse().getRedirectedUrl(), "refused");
    }
}
