package org.hrbudget.desk.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hrbudget.desk.AuditLog;
import org.hrbudget.desk.Csv;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.units.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The roster of units, who may come in, and what they did. */
@Controller
class AdminPages {

    /** How many acts a page shows; the file has them all. */
    private static final int SHOWN = 200;

    private final Accounts accounts;
    private final Units units;
    private final AuditLog audit;

    AdminPages(Accounts accounts, Units units, AuditLog audit) {
        this.accounts = accounts;
        this.units = units;
        this.audit = audit;
    }

    @GetMapping("/admin")
    String page(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("units", units.all());
        model.addAttribute("roles", Role.values());
        return "admin";
    }

    @PostMapping("/admin/units")
    String addUnit(
            @AuthenticationPrincipal Account who, @RequestParam String code, @RequestParam String name, Model model) {
        if (!Units.isCode(code.strip()) || name.isBlank()) {
            return refused("admin.unit.wrong", model);
        }
        try {
            units.add(who.name(), code.strip(), name.strip());
        } catch (DuplicateKeyException e) {
            return refused("admin.unit.twice", model);
        }
        return "redirect:/admin";
    }

    @PostMapping("/admin/accounts")
    String addAccount(
            @AuthenticationPrincipal Account who,
            @RequestParam String name,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String unit,
            Model model) {
        String wanted = name.strip();
        if (!Accounts.isName(wanted)) {
            return refused("admin.account.wrong", model);
        }
        boolean officer = role == Role.OFFICER;
        if (officer != units.find(unit).isPresent()) {
            return refused(officer ? "admin.account.no-unit" : "admin.account.a-unit", model);
        }
        try {
            return made(wanted, accounts.add(who.name(), wanted, role, officer ? unit : null), model);
        } catch (DuplicateKeyException e) {
            return refused("admin.account.twice", model);
        }
    }

    @PostMapping("/admin/accounts/{name}/password")
    String renew(@AuthenticationPrincipal Account who, @PathVariable String name, Model model) {
        String known = known(name);
        return made(known, accounts.renew(who.name(), known), model);
    }

    /** One's own account stays: nobody might be left who could let one in again. */
    @PostMapping("/admin/accounts/{name}/enabled")
    String enable(
            @AuthenticationPrincipal Account who,
            @PathVariable String name,
            @RequestParam boolean enabled,
            Model model) {
        String known = known(name);
        if (known.equals(who.name())) {
            return refused("admin.account.own", model);
        }
        accounts.enable(who.name(), known, enabled);
        return "redirect:/admin";
    }

    private String known(String name) {
        return accounts.find(name)
                .map(Account::name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/admin/audit")
    String audit(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) AuditLog.@Nullable Act act,
            @RequestParam(required = false) @Nullable LocalDate day,
            Model model) {
        List<AuditLog.Entry> entries = audit.find(account, act, day, SHOWN + 1);
        model.addAttribute("entries", entries.subList(0, Math.min(SHOWN, entries.size())));
        model.addAttribute("more", entries.size() > SHOWN);
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("acts", AuditLog.Act.values());
        model.addAttribute("account", account);
        model.addAttribute("act", act);
        model.addAttribute("day", day);
        return "audit";
    }

    @GetMapping("/admin/audit.csv")
    ResponseEntity<byte[]> auditFile(
            @RequestParam(defaultValue = "") String account,
            @RequestParam(required = false) AuditLog.@Nullable Act act,
            @RequestParam(required = false) @Nullable LocalDate day) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("at", "account", "act", "subject"));
        audit.find(account, act, day, Integer.MAX_VALUE)
                .forEach(entry -> rows.add(List.of(
                        entry.at().toString(), entry.account(), entry.act().name(), entry.subject())));
        return Downloads.file("bitacora.csv", Csv.TYPE, Csv.of(rows));
    }

    /** The one page that ever shows the password; it is no redirect, which would have to keep it somewhere. */
    private String made(String name, String password, Model model) {
        model.addAttribute("made", name);
        model.addAttribute("password", password);
        return page(model);
    }

    private String refused(String fault, Model model) {
        model.addAttribute("fault", fault);
        return page(model);
    }
}
