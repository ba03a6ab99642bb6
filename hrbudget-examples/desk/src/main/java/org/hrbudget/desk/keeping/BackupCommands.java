package org.hrbudget.desk.keeping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.hrbudget.desk.Command;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The commands {@code backup FILE} and {@code restore FILE}. */
@Configuration(proxyBeanMethods = false)
class BackupCommands {

    private interface Work {
        void on(Path zip) throws IOException, SQLException;
    }

    private record BackupCommand(String usage, String done, Work work, MessageSource words) implements Command {

        @Override
        public String run(String file, Locale locale) {
            try {
                work.on(Path.of(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return words.getMessage(done, new Object[] {file}, locale);
        }
    }

    @Bean
    static Command backupCommand(Backup backup, MessageSource words) {
        return new BackupCommand("backup FILE.zip", "backup.done", backup::write, words);
    }

    @Bean
    static Command restoreCommand(Backup backup, MessageSource words) {
        return new BackupCommand("restore FILE.zip", "restore.done", backup::restore, words);
    }
}
