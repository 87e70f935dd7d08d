/**
 * The front end: SpEL's parser behind a gate, its syntax tree in, our {@link
 * io.attune.expression.spel.Syntax} out.
 *
 * <p>The only package that imports Spring, and only Spring's parser: nothing here evaluates. A text
 * passes the {@link io.attune.expression.spel.Gate} before the parser sees it, because the parser
 * recurses and allocates as its input tells it to; what comes out is copied node by node from a
 * white list of exact classes, so a new kind of SpEL node is refused until somebody decides
 * otherwise. Chains of one operator, of conditions and of members are lists in our tree, not
 * nesting: everything behind it may recurse, because {@link io.attune.expression.spel.Limits#DEPTH}
 * bounds what is left.
 *
 * <p>May depend on: the JDK and spring-expression.
 */
@NullMarked
package io.attune.expression.spel;

import org.jspecify.annotations.NullMarked;
