/** The database schema as Liquibase changelogs, and the class that applies them. */
@NullMarked
package io.denizen.migrations;

import org.jspecify.annotations.NullMarked;
