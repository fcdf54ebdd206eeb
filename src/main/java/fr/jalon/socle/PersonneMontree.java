package fr.jalon.socle;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the component of a record that holds the number of a person (or several: a collection, an array): whoever is shown this record is shown
 * something of her, and the journal writes it. {@code null} means nobody.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonneMontree {}
