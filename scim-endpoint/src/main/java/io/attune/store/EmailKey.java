package io.attune.store;

import org.jspecify.annotations.Nullable;

/**
 * What filters look an e-mail address up by.
 *
 * @param type its type, folded as names are; null if it has none
 * @param value the address, folded as names are
 */
record EmailKey(@Nullable String type, String value) {}
