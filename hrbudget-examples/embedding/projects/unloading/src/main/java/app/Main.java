package app;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads the library thirty times over, asks it once each time, and sees whether the loaders go when nobody needs them. */
public class Main {

    private static final int LOADERS = 30;

    public static void main(String[] args) throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            classPath.add(Path.of(entry).toUri().toURL());
        }
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        // In a thread of its own, so that no frame of this one remembers the last loader.
        Thread asking = new Thread(() -> {
            for (int i = 0; i < LOADERS; i++) {
                loaders.add(asked(classPath));
            }
        });
        asking.start();
        asking.join();
        if (loaders.size() < LOADERS) {
            throw new AssertionError("Only " + loaders.size() + " answered.");
        }
        long alive = LOADERS;
        for (int round = 0; round < 20 && alive > 1; round++) {
            System.gc();
            Thread.sleep(100);
            alive = loaders.stream().filter(loader -> loader.get() != null).count();
        }
        System.out.println(alive + " of " + LOADERS + " class loaders are alive.");
        // The JDK itself remembers one of the last records it wrote equals() for (java.lang.runtime.ObjectMethods).
        if (alive > 1) {
            Thread.getAllStackTraces().keySet().forEach(System.out::println);
            System.exit(1);
        }
    }

    private static WeakReference<ClassLoader> asked(List<URL> classPath) {
        try (URLClassLoader loader =
                new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object verdict = loader.loadClass("app.Question").getMethod("ask").invoke(null);
            if (!verdict.toString().equals("NOT_COMPLIANT")) {
                throw new AssertionError(verdict);
            }
            return new WeakReference<>(loader);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
