package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Coming in, and what keeps others out. */
@OnDesk
@RecordApplicationEvents
class LogInTest {

    @Autowired
    Office office;

    @Autowired
    Accounts accounts;

    @Autowired
    AuditLog audit;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Environment settings;

    @Autowired
    MockMvc mvc;

    @Test
    void eachRoleComesToItsOwnPage() throws Exception {
        Account officer = office.officerOfNewUnit();
        office.see(officer, "/").andExpect(redirectedUrl("/units/" + officer.unit()));
        office.see(office.account(Role.MINISTRY, null), "/").andExpect(redirectedUrl("/board"));
        office.see(office.account(Role.ADMINISTRATOR, null), "/").andExpect(redirectedUrl("/admin"));
    }

    @Test
    void aPasswordIsKeptAsItsHashAlone() {
        Account officer = office.officerOfNewUnit();
        String password = accounts.renew("test", officer.name());
        assertThat(accounts.loadUserByUsername(officer.name()).password())
                .startsWith("{bcrypt}$2")
                .doesNotContain(password);
        assertThat(accounts.loadUserByUsername(officer.name())).hasToString(officer.name() + " (OFFICER)");
    }

    @Test
    void theSessionOfBeforeIsNotTheOneOfAfter() throws Exception {
        Account officer = office.officerOfNewUnit();
        MockHttpSession before = new MockHttpSession();
        String id = before.getId();
        String password = accounts.renew("test", officer.name());
        mvc.perform(post("/login")
                        .session(before)
                        .param("username", officer.name())
                        .param("password", password)
                        .with(csrf()))
                .andExpect(authenticated().withUsername(officer.name()));
        assertThat(before.getId()).isNotEqualTo(id);
    }

    @Test
    void aNewPasswordEndsTheSessionsOfTheOldOne() throws Exception {
        Account officer = office.officerOfNewUnit();
        office.see(officer, "/units/{unit}", officer.unit()).andExpect(status().isOk());
        accounts.renew("test", officer.name());
        office.see(officer, "/units/{unit}", officer.unit()).andExpect(redirectedUrl("/login?ended"));
    }

    @Test
    void fiveWrongPasswordsLockTheAccountForAWhile() throws Exception {
        Account officer = office.officerOfNewUnit();
        String password = accounts.renew("test", officer.name());
        for (int i = 0; i < 5; i++) {
            mvc.perform(formLogin().user(officer.name()).password("wrong")).andExpect(unauthenticated());
        }
        mvc.perform(formLogin().user(officer.name()).password(password)).andExpect(unauthenticated());
        mvc.perform(formLogin().user(officer.name()).password(accounts.renew("test", officer.name())))
                .andExpect(authenticated());
    }

    /** What is no account, what is locked, disabled, too long or no text: one answer, for one work. */
    @Test
    void noAnswerTellsWhichNamesThereAre() throws Exception {
        Account locked = office.officerOfNewUnit();
        for (int i = 0; i < 5; i++) {
            mvc.perform(formLogin().user(locked.name()).password("wrong")).andExpect(unauthenticated());
        }
        Account disabled = office.officerOfNewUnit();
        enable(disabled, false);
        for (String name : List.of(locked.name(), disabled.name(), "nobody", "x".repeat(400))) {
            for (String password : List.of("wrong", "w".repeat(100))) {
                events.clear();
                mvc.perform(formLogin().user(name).password(password)).andExpect(redirectedUrl("/login?error"));
                assertThat(events.stream(AbstractAuthenticationFailureEvent.class))
                        .as(name)
                        .hasOnlyElementsOfType(AuthenticationFailureBadCredentialsEvent.class)
                        .hasSize(1);
            }
            mvc.perform(formLogin().user(name).password(Office.PASSWORD)).andExpect(redirectedUrl("/login?error"));
        }
        mvc.perform(formLogin().user("a\0b").password("wrong")).andExpect(status().isBadRequest());
    }

    @Test
    void whatIsTriedAtALockedAccountMakesItsTimeNoLonger() throws Exception {
        Account officer = office.officerOfNewUnit();
        for (int i = 0; i < 9; i++) {
            mvc.perform(formLogin().user(officer.name()).password("wrong")).andExpect(unauthenticated());
        }
        assertThat(audit.find(officer.name(), AuditLog.Act.LOCKED, null, 10)).hasSize(1);
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndComesInAgainWhenEnabled() throws Exception {
        Account officer = office.officerOfNewUnit();
        office.see(officer, "/units/{unit}", officer.unit()).andExpect(status().isOk());
        enable(officer, false).andExpect(redirectedUrl("/admin"));
        office.see(officer, "/units/{unit}", officer.unit()).andExpect(redirectedUrl("/login?ended"));
        mvc.perform(formLogin().user(officer.name()).password(Office.PASSWORD)).andExpect(unauthenticated());
        enable(officer, true);
        mvc.perform(formLogin().user(officer.name()).password(Office.PASSWORD)).andExpect(authenticated());
    }

    private ResultActions enable(Account account, boolean enabled) throws Exception {
        return office.send(
                office.account(Role.ADMINISTRATOR, null),
                post("/admin/accounts/{name}/enabled", account.name()).param("enabled", "" + enabled));
    }

    @Test
    void administratorsDoNotDisableThemselvesOrNobody() throws Exception {
        Account administrator = office.account(Role.ADMINISTRATOR, null);
        office.send(
                administrator,
                post("/admin/accounts/{name}/enabled", administrator.name()).param("enabled", "false"));
        assertThat(accounts.loadUserByUsername(administrator.name()).enabled()).isTrue();
        office.send(administrator, post("/admin/accounts/nobody/enabled").param("enabled", "false"))
                .andExpect(status().isNotFound());
        office.send(administrator, post("/admin/accounts/nobody/password")).andExpect(status().isNotFound());
    }

    @Test
    void theAdministratorSeesWhoCameInAndWhen() throws Exception {
        Account officer = office.officerOfNewUnit();
        mvc.perform(formLogin().user(officer.name()).password(Office.PASSWORD)).andExpect(authenticated());
        String page = text(office.see(office.account(Role.ADMINISTRATOR, null), "/admin"));
        String row = page.substring(page.indexOf(">" + officer.name() + "<"));
        assertThat(row.substring(0, row.indexOf("</tr>"))).contains("12 de noviembre de 2010, 20:40", "En uso");
    }

    @Test
    void theAuditLogIsFilteredByAccountActAndDay() throws Exception {
        Account administrator = office.account(Role.ADMINISTRATOR, null);
        Account officer = office.officerOfNewUnit();
        mvc.perform(formLogin().user(officer.name()).password(Office.PASSWORD)).andExpect(authenticated());
        audit.add(officer.name(), AuditLog.Act.UNIT, "=1+1<b>");
        String page = text(office.see(administrator, "/admin/audit?account={name}", officer.name()));
        assertThat(page).contains("Actos: 3.", "=1+1&lt;b&gt;");
        assertThat(text(office.see(administrator, "/admin/audit?account={name}&act=LOGGED_IN", officer.name())))
                .contains("Actos: 1.");
        String file = "/admin/audit.csv?account={name}&day={day}";
        assertThat(text(office.see(administrator, file, officer.name(), "2010-11-12")))
                .contains("\"2010-11-13T02:40:00Z\",\"" + officer.name() + "\",UNIT,\"'=1+1<b>\"");
        // In Greenwich it was that day, in the city not yet.
        assertThat(text(office.see(administrator, file, officer.name(), "2010-11-13")))
                .isEqualTo("\uFEFFat,account,act,subject\r\n");
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() throws Exception {
        Account officer = office.officerOfNewUnit();
        mvc.perform(post("/units/{unit}/hand-in", officer.unit()).with(user(officer)))
                .andExpect(redirectedUrl("/login?ended"));
        mvc.perform(post("/units/{unit}/hand-in", officer.unit())
                        .with(user(officer))
                        .with(csrf().useInvalidToken()))
                .andExpect(redirectedUrl("/login?ended"));
    }

    @Test
    void aFileThatIsTooLargeIsToldSoBesideItsForm() throws Exception {
        Account officer = office.officerOfNewUnit();
        String form = "/units/" + officer.unit() + "?large=true";
        mvc.perform(post("/units/{unit}/uploads", officer.unit())
                        .with(user(officer))
                        .content(new byte[61 << 20]))
                .andExpect(redirectedUrl(form));
        assertThat(office.see(officer, form).andReturn().getResponse().getContentAsString())
                .contains("pasa de 60 MB");
    }

    @Test
    void pagesRunNothingAndAreKeptByNobody() throws Exception {
        var page = mvc.perform(get("/login")).andReturn().getResponse();
        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.getContentAsString()).doesNotContain("<script>", "style=", "onclick");
    }

    @Test
    void theCookieOfTheSessionIsForThisServerAlone() {
        String cookie = "server.servlet.session.cookie.";
        assertThat(settings.getProperty(cookie + "secure")).isEqualTo("true");
        assertThat(settings.getProperty(cookie + "http-only")).isEqualTo("true");
        assertThat(settings.getProperty(cookie + "same-site")).isEqualTo("lax");
    }

    @Test
    void spanishIsFirstAndEnglishIsKeptOnceChosen() throws Exception {
        assertThat(mvc.perform(get("/login").header("Accept-Language", "en"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("lang=\"es\"", "Nombre de la cuenta");
        var english = mvc.perform(get("/login").param("lang", "en")).andReturn().getResponse();
        Cookie chosen = english.getCookie("desk-language");
        assertThat(english.getContentAsString()).contains("lang=\"en\"", "Name of the account");
        assertThat(mvc.perform(get("/login").cookie(chosen))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Name of the account");
    }

    @Test
    void administratorsMakeUnitsAndAccounts() throws Exception {
        Account administrator = office.account(Role.ADMINISTRATOR, null);
        office.send(administrator, post("/admin/units").param("code", "99CO99").param("name", "Unidad <b>nueva</b>"))
                .andExpect(redirectedUrl("/admin"));
        String page = office.send(
                        administrator,
                        post("/admin/accounts")
                                .param("name", "nueva")
                                .param("role", "OFFICER")
                                .param("unit", "99CO99"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String password = page.substring(page.indexOf("<code>") + 6, page.indexOf("</code>"));
        assertThat(page).contains("Unidad &lt;b&gt;nueva&lt;/b&gt;");
        mvc.perform(formLogin().user("nueva").password(password)).andExpect(authenticated());
        assertThat(office.send(
                                administrator,
                                post("/admin/accounts").param("name", "otra").param("role", "OFFICER"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("no se eligió ninguna");
    }

    @Test
    void anOwnPasswordIsChangedWithTheOldOne() throws Exception {
        Account officer = office.officerOfNewUnit();
        String password = accounts.renew("test", officer.name());
        officer = accounts.loadUserByUsername(officer.name());
        assertThat(text(office.see(officer, "/password"))).contains("se la dieron");
        for (String wrong : List.of("corta", password)) {
            office.send(
                            officer,
                            post("/password")
                                    .param("current", password)
                                    .param("wanted", wrong)
                                    .param("again", wrong))
                    .andExpect(status().isOk());
        }
        String wanted = "una frase que recuerdo";
        office.send(
                        officer,
                        post("/password")
                                .param("current", "wrong")
                                .param("wanted", wanted)
                                .param("again", wanted))
                .andExpect(status().isOk());
        office.send(
                        officer,
                        post("/password")
                                .param("current", password)
                                .param("wanted", wanted)
                                .param("again", wanted))
                .andExpect(redirectedUrl("/login?changed"));
        mvc.perform(formLogin().user(officer.name()).password(wanted)).andExpect(authenticated());
        office.see(accounts.loadUserByUsername(officer.name()), "/units/{unit}", officer.unit())
                .andExpect(status().isOk());
    }
}
