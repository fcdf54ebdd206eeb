package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.EnregistrementDeFoyers;
import fr.jalon.allocataires.Libelles;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.orientation.NouveauxEntrants;
import fr.jalon.socle.Chiffrement;
import fr.jalon.structures.Structures;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The rooms a load needs, given to each load. */
@Component
class MoyensDeChargement {
  final Registre registre;
  final EnregistrementDeFoyers enregistrement;
  final NouveauxEntrants nouveauxEntrants;
  final Structures structures;
  final Libelles libelles;
  final Chiffrement chiffrement;
  final ControleDeVraisemblance vraisemblance;
  final Retenus retenus;
  final DepotDeFichiers depot;
  final Bornes bornes;
  final Clock horloge;
  final DataSource source;

  MoyensDeChargement(Registre registre, EnregistrementDeFoyers enregistrement, NouveauxEntrants nouveauxEntrants,
      Structures structures, Libelles libelles,
      Chiffrement chiffrement, ControleDeVraisemblance vraisemblance, Retenus retenus, DepotDeFichiers depot, Bornes bornes, Clock horloge,
      @Qualifier("chargement") DataSource source) {
    this.registre = registre;
    this.enregistrement = enregistrement;
    this.nouveauxEntrants = nouveauxEntrants;
    this.structures = structures;
    this.libelles = libelles;
    this.chiffrement = chiffrement;
    this.vraisemblance = vraisemblance;
    this.retenus = retenus;
    this.depot = depot;
    this.bornes = bornes;
    this.horloge = horloge;
    this.source = source;
  }
}
