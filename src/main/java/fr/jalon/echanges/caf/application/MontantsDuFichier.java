package fr.jalon.echanges.caf.application;

import fr.jalon.allocataires.enregistrement.EnregistrementFinancier.Creance;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier.Ecritures;
import fr.jalon.allocataires.enregistrement.EnregistrementFinancier.Paiement;
import fr.jalon.echanges.caf.flux.Dossier;
import fr.jalon.echanges.caf.flux.Dossier.Bloc;
import fr.jalon.echanges.caf.vraisemblance.Releve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The amounts of a financial file, in euros: what its lines make, by nature and benefit, beside what it announces. */
final class MontantsDuFichier {
  private record Ligne(String nature, String prestation) implements Comparable<Ligne> {
    @Override
    public int compareTo(Ligne autre) {
      int n = nature.compareTo(autre.nature);
      return n == 0 ? prestation.compareTo(autre.prestation) : n;
    }
  }

  private static final class Somme {
    private int lignes;
    private BigDecimal montant = BigDecimal.ZERO;
  }

  private final Map<Ligne, Somme> sommes = new TreeMap<>();
  private final List<Map<String, Object>> annonces = new ArrayList<>();
  private int creances;
  private BigDecimal initial = BigDecimal.ZERO;
  private BigDecimal solde = BigDecimal.ZERO;

  /** Adds the movements and claims of a dossier; a movement deducted counts below zero. */
  void lire(Ecritures ecritures) {
    for (Paiement p : ecritures.paiements()) {
      Somme somme = sommes.computeIfAbsent(new Ligne(p.nature(), p.prestation()), _ -> new Somme());
      somme.lignes++;
      somme.montant = somme.montant.add("AJ".equals(p.sens()) ? p.montant() : p.montant().negate());
    }
    for (Creance c : ecritures.creances()) {
      creances++;
      initial = initial.add(c.montantInitial() == null ? BigDecimal.ZERO : c.montantInitial());
      solde = solde.add(c.solde() == null ? BigDecimal.ZERO : c.solde());
    }
  }

  /** Movements of a nature, and their sum. */
  Releve.Somme de(String nature) {
    List<Somme> voulues = sommes.entrySet().stream().filter(e -> e.getKey().nature.equals(nature)).map(Map.Entry::getValue).toList();
    return new Releve.Somme(voulues.stream().mapToInt(s -> s.lignes).sum(), voulues.stream().map(s -> s.montant)
        .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  /** Claims, and what remains due. */
  Releve.Somme creances() {
    return new Releve.Somme(creances, solde);
  }

  /** Notes the totals the file announces. */
  void annoncer(Dossier totaux) {
    for (Bloc total : totaux.racine().enfants()) {
      Map<String, Object> annonce = new LinkedHashMap<>();
      annonce.put("total", total.nom());
      annonce.put("socle", montant(total, "MTTOTSOCLRSA"));
      annonce.put("majore", montant(total, "MTTOTSOCLMAJORSA"));
      annonce.put("ensemble", montant(total, "MTTOTRSA"));
      annonces.add(annonce);
    }
  }

  private static BigDecimal montant(Bloc total, String balise) {
    String texte = total.texte(balise);
    try {
      return texte == null ? null : new BigDecimal(texte.replace(',', '.'));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** For the register: {@code montants}, {@code annonces}, {@code creances}; absent when the file has none. */
  Map<String, Object> enClair() {
    Map<String, Object> clair = new LinkedHashMap<>();
    if (!sommes.isEmpty()) {
      clair.put("montants", sommes.entrySet().stream().map(e -> Map.of("nature", e.getKey().nature, "prestation", e.getKey().prestation,
          "lignes", e.getValue().lignes, "montant", e.getValue().montant)).toList());
    }
    if (!annonces.isEmpty()) {
      clair.put("annonces", annonces);
    }
    if (creances > 0) {
      clair.put("creances", Map.of("nombre", creances, "initial", initial, "solde", solde));
    }
    return clair;
  }
}
