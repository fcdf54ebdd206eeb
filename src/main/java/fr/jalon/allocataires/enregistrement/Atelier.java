package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.Bilan;
import fr.jalon.allocataires.constat.Constat;
import fr.jalon.allocataires.constat.Suites;
import fr.jalon.socle.Chiffrement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** What the recording of one file works with: the tables it writes, the numbers it gives, what it counts. */
final class Atelier {
  final Expedition expedition;
  final Constat constat;
  final Suites suites;
  final Faits faits;
  final TableDesPersonnes personnes;
  final TableDesFoyers foyers;
  final Numeros numerosPersonnes;
  final Numeros numerosFoyers;
  final Function<String, Integer> territoireDeLaCommune;
  final BitSet adultesTouches = new BitSet();
  final Situations situations = new Situations();
  final Perimetres perimetres = new Perimetres();
  final Bilan bilan = new Bilan();
  final Annuaire annuaire;
  final DoublonsPossibles doublons;

  Atelier(Connection connexion, Constat constat, Suites suites, Chiffrement chiffrement, Function<String, Integer> territoireDeLaCommune) {
    this.expedition = new Expedition(connexion);
    this.constat = constat;
    this.suites = suites;
    this.faits = new Faits(constat, territoireDeLaCommune);
    this.personnes = new TableDesPersonnes(constat, chiffrement);
    this.foyers = new TableDesFoyers(expedition, constat);
    this.numerosPersonnes = new Numeros(expedition, "allocataires.personne_seq");
    this.numerosFoyers = new Numeros(expedition, "allocataires.foyer_seq");
    this.territoireDeLaCommune = territoireDeLaCommune;
    this.annuaire = new Annuaire(expedition);
    this.doublons = new DoublonsPossibles(annuaire, new Habitations(expedition), personnes, bilan::doublonPossible);
  }

  /** Sends what the batch has to write. */
  void expedier() throws SQLException {
    List<Envoi> envois = new ArrayList<>();
    foyers.preparer(envois);
    personnes.preparer(envois);
    faits.preparer(envois);
    situations.preparer(envois);
    expedition.partir(envois);
  }
}
