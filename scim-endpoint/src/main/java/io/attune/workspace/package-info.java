/**
 * An org as files: read strictly, with the place of everything that is wrong, and written all or
 * nothing.
 *
 * <p>{@link io.attune.workspace.Workspace} is the configuration, {@link
 * io.attune.workspace.DirectoryFiles} streams people into a snapshot, {@link
 * io.attune.workspace.WorkspaceApply} does what a plan says. Source: formats.
 *
 * <p>May depend on: the core, {@code io.attune.scim}, Jackson.
 *
 * <p>Intended: lines that a plan does not touch keep their bytes and their order, unknown fields
 * and all.
 */
@NullMarked
package io.attune.workspace;

import org.jspecify.annotations.NullMarked;
