package org.hrbudget.desk.access;

import org.hrbudget.desk.access.Account.Role;
import org.hrbudget.desk.units.Units;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The roster of units, and who may come in. */
@Controller
class AdminPages {

    private final Accounts accounts;
    private final Units units;

    AdminPages(Accounts accounts, Units units) {
        this.accounts = accounts;
        this.units = units;
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
        String known = accounts.loadUserByUsername(name).name();
        return made(known, accounts.renew(who.name(), known), model);
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
