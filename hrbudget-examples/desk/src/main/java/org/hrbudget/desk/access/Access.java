package org.hrbudget.desk.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.hrbudget.desk.access.Account.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may ask for what: one table, and whatever is not in it is denied to all. */
@Configuration
class Access {

    private static final int STRENGTH = 12;

    /** No script or style that is written in a page runs, and nothing comes from elsewhere: htmx alone, which the desk serves. */
    static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Tells who may see a unit of which the address has the code. */
    private static final AuthorizationManager<RequestAuthorizationContext> OWN_UNIT =
            (who, context) -> new AuthorizationDecision(who.get() != null
                    && who.get().getPrincipal() instanceof Account account
                    && account.role() == Role.OFFICER
                    && account.unit() != null
                    && account.unit().equals(context.getVariables().get("unit")));

    private static final AuthorizationManager<RequestAuthorizationContext> MINISTRY =
            (who, context) -> new AuthorizationDecision(who.get() != null
                    && who.get().getPrincipal() instanceof Account account
                    && account.role() == Role.MINISTRY);

    private static final AuthorizationManager<RequestAuthorizationContext> OWN_UNIT_OR_MINISTRY = (who, context) -> {
        var own = OWN_UNIT.authorize(who, context);
        return own != null && own.isGranted() ? own : MINISTRY.authorize(who, context);
    };

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Accounts accounts) {
        return http.authorizeHttpRequests(Access::table)
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(out -> out.logoutSuccessUrl("/login?out"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new StillAccount(accounts), AuthorizationFilter.class)
                .exceptionHandling(faults -> faults.accessDeniedHandler(Access::denied))
                .build();
    }

    /**
     * Whether an account is locked or may come in no more is asked after its password: else the time of the answer would tell which
     * names there are.
     */
    @Bean
    static AuthenticationProvider provider(Accounts accounts, PasswordEncoder encoder) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
        provider.setPasswordEncoder(encoder);
        provider.setPreAuthenticationChecks(account -> {});
        provider.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
        return provider;
    }

    /** No text has the sign of number 0, which PostgreSQL does not keep. */
    @Bean
    static HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    private static void table(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(GET, "/login", "/style.css", "/actuator/health", "/webjars/htmx.org/**")
                .permitAll()
                .requestMatchers(GET, "/open", "/open/**", "/practice", "/practice/**")
                .permitAll()
                .requestMatchers(HEAD, "/open", "/open/**", "/practice", "/practice/**")
                .permitAll()
                .requestMatchers(POST, "/open/{year}/comment", "/practice/{lesson}", "/practice/{lesson}/uploads")
                .permitAll()
                .requestMatchers(GET, "/", "/password")
                .authenticated()
                .requestMatchers(POST, "/password")
                .authenticated()
                .requestMatchers(GET, "/units/{unit}/hand-ins/**")
                .access(OWN_UNIT_OR_MINISTRY)
                .requestMatchers("/units/{unit}", "/units/{unit}/**")
                .access(OWN_UNIT)
                .requestMatchers(GET, "/comments")
                .hasAnyRole(Role.MINISTRY.name(), Role.OFFICER.name())
                .requestMatchers(POST, "/comments/{id}/answers")
                .hasAnyRole(Role.MINISTRY.name(), Role.OFFICER.name())
                .requestMatchers("/board", "/board/**", "/editions", "/editions/**", "/comments/{id}/decision")
                .hasRole(Role.MINISTRY.name())
                .requestMatchers("/law", "/law/**")
                .hasRole(Role.LAWYER.name())
                .requestMatchers("/admin", "/admin/**")
                .hasRole(Role.ADMINISTRATOR.name())
                .anyRequest()
                .denyAll();
    }

    /** A form whose session ended comes without its token: it was no attack, and is told what happened. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException {
        if (!(fault instanceof CsrfException)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            String address = request.getRequestURI();
            boolean everybodys = address.matches(request.getContextPath() + "/(open|practice)/.*");
            response.sendRedirect((everybodys ? address : request.getContextPath() + "/login") + "?ended");
        }
    }

    @Bean
    static PasswordEncoder encoder() {
        String current = "bcrypt";
        return new DelegatingPasswordEncoder(current, Map.of(current, new BCryptPasswordEncoder(STRENGTH)));
    }
}
