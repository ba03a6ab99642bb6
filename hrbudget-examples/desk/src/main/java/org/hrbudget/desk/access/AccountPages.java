package org.hrbudget.desk.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in, and one's own password. */
@Controller
class AccountPages {

    private final Accounts accounts;

    AccountPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }

    @GetMapping("/")
    String home(@AuthenticationPrincipal Account account) {
        return switch (account.role()) {
            case OFFICER -> "redirect:/units/" + account.unit();
            case MINISTRY -> "redirect:/board";
            case LAWYER -> "redirect:/law";
            case ADMINISTRATOR -> "redirect:/admin";
        };
    }

    @GetMapping("/password")
    String password() {
        return "password";
    }

    @PostMapping("/password")
    String change(
            @AuthenticationPrincipal Account account,
            @RequestParam String current,
            @RequestParam String wanted,
            @RequestParam String again,
            Model model,
            HttpServletRequest request)
            throws ServletException {
        String fault = null;
        if (!accounts.isPassword(account.name(), current)) {
            fault = "password.wrong";
        } else if (!Accounts.isLongEnough(wanted)) {
            fault = "password.length";
        } else if (!wanted.equals(again)) {
            fault = "password.different";
        } else if (wanted.equals(current)) {
            fault = "password.same";
        }
        if (fault != null) {
            model.addAttribute("fault", fault);
            return "password";
        }
        accounts.change(account.name(), wanted);
        request.logout();
        return "redirect:/login?changed";
    }
}
