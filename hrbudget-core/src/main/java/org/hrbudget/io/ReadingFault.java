package org.hrbudget.io;

import java.io.Serializable;
import org.hrbudget.model.Bilingual;
import org.hrbudget.model.Position;

/**
 * What kept an input from being read to its end.
 *
 * @param position the file, and the row after which nothing more was read
 * @param message what happened and what to do
 */
public record ReadingFault(Position position, Bilingual message) implements Serializable {}
