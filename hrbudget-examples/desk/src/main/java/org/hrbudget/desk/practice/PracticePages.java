package org.hrbudget.desk.practice;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import org.hrbudget.desk.Csv;
import org.hrbudget.desk.Downloads;
import org.hrbudget.desk.judging.Judge;
import org.hrbudget.desk.judging.Refused;
import org.hrbudget.io.BudgetReadException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The practice room. What somebody works on goes to and fro with the page: nothing is stored. */
@Controller
class PracticePages {

    /** What still goes with a page. */
    private static final int MOST_WITH_PAGE = 200_000;

    /** The words of the course, which come from the command line. */
    private static final ResourceBundleMessageSource COURSE = course();

    private final Practice practice;
    private final MessageSource words;

    PracticePages(Practice practice, MessageSource words) {
        this.practice = practice;
        this.words = words;
    }

    private static ResourceBundleMessageSource course() {
        ResourceBundleMessageSource course = new ResourceBundleMessageSource();
        course.setBasename("org/hrbudget/cli/course/course");
        course.setDefaultEncoding("UTF-8");
        course.setFallbackToSystemLocale(false);
        return course;
    }

    @GetMapping("/practice")
    String lessons(Model model, Locale locale) {
        model.addAttribute("lessons", practice.lessons(locale));
        model.addAttribute("synthetic", COURSE.getMessage("synthetic", null, locale));
        return "practice/lessons";
    }

    @GetMapping("/practice/{lesson}")
    String lesson(
            @PathVariable int lesson,
            @RequestParam(required = false) @Nullable String large,
            Model model,
            Locale locale) {
        require(lesson);
        if (large != null) {
            model.addAttribute("fault", words.getMessage("practice.too-large", null, locale));
        }
        return page(lesson, practice.judge(lesson, Practice.broken(lesson), locale), model, locale);
    }

    @GetMapping("/practice/{lesson}/file")
    ResponseEntity<byte[]> file(@PathVariable int lesson) {
        require(lesson);
        Judge.UnitFile file = Practice.broken(lesson);
        return Downloads.file(file.name(), Csv.TYPE, file.bytes());
    }

    @GetMapping("/practice/programme.csv")
    ResponseEntity<byte[]> programme() {
        return Downloads.file("programme.csv", Csv.TYPE, new Judge.UnitFile(Practice.given("programme.csv")).bytes());
    }

    @GetMapping("/practice/items.csv")
    ResponseEntity<byte[]> items() {
        return Downloads.file("items.csv", Csv.TYPE, new Judge.UnitFile(Practice.given("items.csv")).bytes());
    }

    @PostMapping("/practice/{lesson}/uploads")
    String upload(
            @PathVariable int lesson,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        require(lesson);
        if (file == null || file.isEmpty()) {
            return refused("practice.none", lesson, model, locale, response);
        }
        if (file.getSize() > Practice.MOST_BYTES) {
            return refused("practice.too-large", lesson, model, locale, response);
        }
        return tried(
                lesson, new Judge.UnitFile("presupuesto" + ending(file), file.getBytes()), model, locale, response);
    }

    /** A name is shown, and says nothing that is not known here. */
    private static String ending(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") ? ".xlsx" : ".csv";
    }

    @PostMapping("/practice/{lesson}")
    String repair(
            @PathVariable int lesson,
            @RequestParam String file,
            @RequestParam String name,
            @RequestParam long row,
            @RequestParam String column,
            @RequestParam(defaultValue = "") String to,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        require(lesson);
        Practice.Answer before;
        try {
            byte[] bytes = Base64.getDecoder().decode(file);
            String known = name.endsWith(".xlsx") ? "presupuesto.xlsx" : "presupuesto.csv";
            before = practice.judge(lesson, new Judge.UnitFile(known, bytes), locale);
        } catch (IllegalArgumentException | BudgetReadException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
        }
        try {
            Judge.UnitFile changed = Practice.changed(before, row, column, to);
            model.addAttribute("changed", words.getMessage("practice.changed", new Object[] {row, column}, locale));
            return page(lesson, practice.judge(lesson, changed, locale), model, locale);
        } catch (BudgetReadException e) {
            model.addAttribute("fault", e.message(locale));
        } catch (Refused e) {
            model.addAttribute("fault", e.message(words, locale));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(lesson, before, model, locale);
    }

    private String tried(int lesson, Judge.UnitFile file, Model model, Locale locale, HttpServletResponse response) {
        try {
            model.addAttribute("changed", words.getMessage("practice.read", null, locale));
            return page(lesson, practice.judge(lesson, file, locale), model, locale);
        } catch (BudgetReadException e) {
            model.addAttribute("fault", e.message(locale));
        } catch (Refused e) {
            model.addAttribute("fault", e.message(words, locale));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("changed", null);
        return lesson(lesson, null, model, locale);
    }

    private String refused(String key, int lesson, Model model, Locale locale, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", words.getMessage(key, null, locale));
        return lesson(lesson, null, model, locale);
    }

    private String page(int lesson, Practice.Answer answer, Model model, Locale locale) {
        Practice.Lesson about = practice.lessons(locale).get(lesson - 1);
        byte[] bytes = answer.file().bytes();
        model.addAttribute("lesson", about);
        model.addAttribute("last", lesson == Practice.LESSONS);
        model.addAttribute("answer", answer);
        model.addAttribute("task", COURSE.getMessage("lesson." + about.rule() + ".officer", null, locale));
        model.addAttribute("reader", COURSE.getMessage("lesson." + about.rule() + ".citizen", null, locale));
        model.addAttribute("synthetic", COURSE.getMessage("synthetic", null, locale));
        model.addAttribute(
                "bytes",
                bytes.length > MOST_WITH_PAGE ? null : Base64.getEncoder().encodeToString(bytes));
        return "practice/lesson";
    }

    private static void require(int lesson) {
        if (lesson < 1 || lesson > Practice.LESSONS) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
