package org.hrbudget.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hrbudget.desk.access.Account;
import org.hrbudget.desk.access.Account.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every role tries every address there is. */
@OnDesk
class RoutesTest {

    /** Who may ask for what: O the officer of the unit, X of another unit, M the ministry, A the administrator, L legal staff, P whoever has no account. */
    static final Map<String, String> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /", "OXMAL"),
            Map.entry("GET /login", "OXMALP"),
            Map.entry("GET /password", "OXMAL"),
            Map.entry("POST /password", "OXMAL"),
            Map.entry("GET /units/{unit}", "O"),
            Map.entry("GET /units/{unit}/template", "O"),
            Map.entry("GET /units/{unit}/uploads", "O"),
            Map.entry("POST /units/{unit}/uploads", "O"),
            Map.entry("POST /units/{unit}/uploads/cancel", "O"),
            Map.entry("GET /units/{unit}/lines", "O"),
            Map.entry("GET /units/{unit}/report", "O"),
            Map.entry("GET /units/{unit}/marked", "O"),
            Map.entry("GET /units/{unit}/actions", "O"),
            Map.entry("GET /units/{unit}/effects", "O"),
            Map.entry("GET /units/{unit}/effects/lines.csv", "O"),
            Map.entry("GET /units/{unit}/effects/rights", "O"),
            Map.entry("POST /units/{unit}/reading", "O"),
            Map.entry("GET /units/{unit}/rows/{row}", "O"),
            Map.entry("GET /units/{unit}/changes", "O"),
            Map.entry("POST /units/{unit}/changes", "O"),
            Map.entry("POST /units/{unit}/changes/mending", "O"),
            Map.entry("POST /units/{unit}/changes/undo", "O"),
            Map.entry("GET /units/{unit}/file", "O"),
            Map.entry("GET /units/{unit}/hand-in", "O"),
            Map.entry("POST /units/{unit}/hand-in", "O"),
            Map.entry("GET /units/{unit}/hand-ins/{version}", "OM"),
            Map.entry("GET /units/{unit}/hand-ins/{version}/report", "OM"),
            Map.entry("GET /units/{unit}/hand-ins/{version}/receipt", "OM"),
            Map.entry("GET /units/{unit}/hand-ins/{version}/bundle", "OM"),
            Map.entry("GET /open", "OXMALP"),
            Map.entry("GET /open/{year}", "OXMALP"),
            Map.entry("GET /open/{year}/actions", "OXMALP"),
            Map.entry("GET /open/{year}/rights/{right}", "OXMALP"),
            Map.entry("GET /open/{year}/data", "OXMALP"),
            Map.entry("GET /open/{year}/data/{language}/{name}", "OXMALP"),
            Map.entry("GET /open/{year}/report", "OXMALP"),
            Map.entry("GET /open/{year}/comment", "OXMALP"),
            Map.entry("POST /open/{year}/comment", "OXMALP"),
            Map.entry("GET /open/comments/{code}", "OXMALP"),
            Map.entry("GET /practice", "OXMALP"),
            Map.entry("GET /practice/{lesson}", "OXMALP"),
            Map.entry("POST /practice/{lesson}", "OXMALP"),
            Map.entry("POST /practice/{lesson}/uploads", "OXMALP"),
            Map.entry("GET /practice/{lesson}/file", "OXMALP"),
            Map.entry("GET /practice/programme.csv", "OXMALP"),
            Map.entry("GET /practice/items.csv", "OXMALP"),
            Map.entry("GET /comments", "OXM"),
            Map.entry("POST /comments/{id}/answers", "OXM"),
            Map.entry("POST /comments/{id}/decision", "M"),
            Map.entry("GET /editions", "M"),
            Map.entry("POST /editions", "M"),
            Map.entry("POST /editions/{id}/publication", "M"),
            Map.entry("GET /editions/{id}/report", "M"),
            Map.entry("GET /board", "M"),
            Map.entry("GET /board/report", "M"),
            Map.entry("GET /board/board.csv", "M"),
            Map.entry("GET /board/forms", "M"),
            Map.entry("GET /board/units/{unit}/{version}", "M"),
            Map.entry("POST /board/units/{unit}/{version}/notes", "M"),
            Map.entry("POST /board/units/{unit}/{version}/return", "M"),
            Map.entry("POST /board/units/{unit}/{version}/waivers", "M"),
            Map.entry("POST /board/units/{unit}/{version}/waivers/{waiver}/end", "M"),
            Map.entry("GET /board/mistakes", "M"),
            Map.entry("POST /board/mistakes", "M"),
            Map.entry("GET /board/compare", "M"),
            Map.entry("POST /board/compare", "M"),
            Map.entry("GET /units/{unit}/answers/{answer}", "O"),
            Map.entry("GET /board/years", "M"),
            Map.entry("POST /board/years", "M"),
            Map.entry("POST /board/years/{year}", "M"),
            Map.entry("POST /board/years/{year}/current", "M"),
            Map.entry("GET /law", "L"),
            Map.entry("POST /law/uploads", "L"),
            Map.entry("GET /law/uploads", "L"),
            Map.entry("GET /law/packs/{pack}", "L"),
            Map.entry("GET /law/reforms/{reform}", "L"),
            Map.entry("GET /law/reforms/{reform}/file", "L"),
            Map.entry("GET /law/reforms/{reform}/impact", "L"),
            Map.entry("POST /law/reforms/{reform}/sent", "L"),
            Map.entry("POST /law/reforms/{reform}/decision", "L"),
            Map.entry("GET /admin", "A"),
            Map.entry("POST /admin/units", "A"),
            Map.entry("POST /admin/accounts", "A"),
            Map.entry("POST /admin/accounts/{name}/password", "A"),
            Map.entry("POST /admin/accounts/{name}/enabled", "A"),
            Map.entry("GET /admin/audit", "A"),
            Map.entry("GET /admin/audit.csv", "A")));

    @Autowired
    Office office;

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    Map<String, Account> people;

    /** Whose password may be given anew. */
    Account spare;

    @BeforeEach
    void oneOfEach() {
        spare = office.officerOfNewUnit();
        Account officer = office.officerOfNewUnit();
        people = Map.of(
                "O", officer,
                "X", office.officerOfNewUnit(),
                "M", office.account(Role.MINISTRY, null),
                "A", office.account(Role.ADMINISTRATOR, null),
                "L", office.account(Role.LAWYER, null));
    }

    @Test
    void theTableHasEveryRoute() {
        Set<String> there = new TreeSet<>();
        routes.getHandlerMethods().forEach((route, method) -> {
            if (method.getBeanType().getName().startsWith("org.hrbudget")) {
                for (RequestMethod verb : route.getMethodsCondition().getMethods()) {
                    route.getPatternValues().forEach(pattern -> there.add(verb + " " + pattern));
                }
            }
        });
        assertThat(there).isEqualTo(ALLOWED.keySet());
    }

    @Test
    void nobodySeesWhatIsNotTheirs() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> route : ALLOWED.entrySet()) {
            for (Map.Entry<String, Account> who : people.entrySet()) {
                boolean allowed = route.getValue().contains(who.getKey());
                boolean denied = status(route.getKey(), who.getValue()) == HttpStatus.FORBIDDEN.value();
                if (allowed == denied) {
                    wrong.add(who.getKey() + " " + route.getKey() + (denied ? " is denied" : " is not denied"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoIsNotLoggedInIsSentToTheLogIn() throws Exception {
        for (Map.Entry<String, String> route : ALLOWED.entrySet()) {
            var answer = mvc.perform(request(verb(route.getKey()), address(route.getKey()))
                            .with(csrf()))
                    .andReturn()
                    .getResponse();
            String to = Objects.requireNonNullElse(answer.getRedirectedUrl(), "");
            assertThat(to.endsWith("/login"))
                    .as(route.getKey())
                    .isNotEqualTo(route.getValue().contains("P"));
        }
    }

    @Test
    void whosePasswordWasGivenSeesNothingButThePageThatChangesIt() throws Exception {
        for (Account each : people.values()) {
            office.accounts.renew("test", each.name());
            Account given = office.accounts.loadUserByUsername(each.name());
            for (String route : ALLOWED.keySet()) {
                var answer = answer(route, given);
                if (route.endsWith(" /password")) {
                    assertThat(answer.getStatus()).as(route).isIn(200, 400);
                } else {
                    assertThat(answer.getRedirectedUrl()).as(route).isEqualTo("/password");
                }
            }
        }
    }

    @Test
    void whatIsInNoTableIsDenied() throws Exception {
        for (String address : List.of(
                "/actuator",
                "/actuator/env",
                "/actuator/health/db",
                "/h2-console",
                "/units",
                "/units/",
                "/application.properties")) {
            for (Account who : people.values()) {
                assertThat(status("GET " + address, who)).as(address).isEqualTo(HttpStatus.FORBIDDEN.value());
            }
        }
    }

    /** Spellings of one address that could be taken for another are denied, or refused by the firewall. */
    @Test
    void anotherUnitIsNotReachedBySpelling() throws Exception {
        String other = people.get("X").unit();
        Account officer = people.get("O");
        for (String address : Stream.of(
                        "/units/%s/../%s/lines",
                        "/units/%s;/lines", "/units/%s/%%2e%%2e/%s/lines", "//units/%2$s/lines")
                .map(form -> String.format(form, form.contains(";") ? other : officer.unit(), other))
                .toList()) {
            int status = office.send(officer, request(HttpMethod.GET, java.net.URI.create(address)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(address).isIn(400, 403);
        }
    }

    private int status(String route, Account who) throws Exception {
        return answer(route, who).getStatus();
    }

    private MockHttpServletResponse answer(String route, Account who) throws Exception {
        return office.send(
                        who,
                        route.endsWith("/uploads") ? multipart(address(route)) : request(verb(route), address(route)))
                .andReturn()
                .getResponse();
    }

    private static HttpMethod verb(String route) {
        return HttpMethod.valueOf(route.substring(0, route.indexOf(' ')));
    }

    private String address(String route) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("{unit}", people.get("O").unit())
                .replace("{version}", "1")
                .replace("{row}", "2")
                .replace("{pack}", "2011.2")
                .replace("{reform}", "0")
                .replace("{year}", "2011")
                .replace("{lesson}", "1")
                .replace("{waiver}", "1")
                .replace("{answer}", "1")
                .replace("{right}", "01")
                .replace("{language}", "es")
                .replace("{code}", "0")
                .replace("{id}", "0")
                .replace("{name}", spare.name());
    }
}
