package fr.jalon.allocataires;

import fr.jalon.socle.RefusMetier;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a room says of its tables when two persons are found to be one. Every table with a {@code personne_id} follows her, both ways, without a
 * word: a room names those that do not, and what two rows of one person may not be. A bean for each room that has something to say.
 */
public interface SuitLaPersonne {
  /** The tables of the room that are not like the others. */
  List<Table> tables();

  /**
   * A table.
   *
   * @param nom        with its schema
   * @param reste      why its rows stay where they are; {@code null} when they follow
   * @param sauf       which of her rows {@code x} stay all the same, in SQL; knows {@code :de} and {@code :vers}
   * @param seules     what one person may have once
   * @param entrainees rows of other tables that go where the rows of this one go
   * @param puis       told whose rows moved once everything has
   */
  record Table(String nom, String reste, String sauf, List<Seule> seules, List<Entrainees> entrainees, Consumer<long[]> puis) {
    /** A table whose rows follow. */
    public static Table de(String nom) {
      return new Table(nom, null, "false", List.of(), List.of(), _ -> {});
    }

    /** A table whose rows stay where they are. @param pourquoi in a few words */
    public static Table reste(String nom, String pourquoi) {
      return new Table(nom, pourquoi, "true", List.of(), List.of(), _ -> {});
    }

    /** These rows stay with the record merged, unseen. */
    public Table saufSi(String condition) {
      return new Table(nom, reste, condition, seules, entrainees, puis);
    }

    /**
     * Two records that have one each are not merged.
     *
     * @param condition which rows {@code x}, in SQL
     * @param refus     says what to do first
     */
    public Table uneSeule(String condition, Supplier<RefusMetier> refus) {
      return new Table(nom, reste, sauf, Stream.concat(seules.stream(), Stream.of(new Seule(condition, refus))).toList(), entrainees, puis);
    }

    /**
     * Rows of another table that go with the row they are about, and not with the person: one that stays keeps them.
     *
     * @param autre     table with its schema
     * @param condition which of its rows {@code x} are about this table, in SQL
     * @param par       its column that holds the number of the row they are about
     */
    public Table avec(String autre, String condition, String par) {
      return new Table(nom, reste, sauf, seules, Stream.concat(entrainees.stream(), Stream.of(new Entrainees(autre, condition, par))).toList(), puis);
    }

    /**
     * What depends on whose rows they are. @param suite receives who has them now, and who had them when a merge is undone, in the same transaction
     */
    public Table puis(Consumer<long[]> suite) {
      return new Table(nom, reste, sauf, seules, entrainees, suite);
    }
  }

  /** See {@link Table#uneSeule}. */
  record Seule(String condition, Supplier<RefusMetier> refus) {}

  /** See {@link Table#avec}. */
  record Entrainees(String table, String condition, String par) {}
}
