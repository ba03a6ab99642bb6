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
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.access.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Coming in, and what keeps others out. */
@OnDesk
class LogInTest {

    @Autowired
    Office office;

    @Autowired
    Accounts accounts;

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
    }
}
