# Writes data/wine.csv: 178 wines, 13 measurements (Aeberhard, Coomans and de Vel 1992; as scikit-learn ships them).
import csv
from sklearn.datasets import load_wine

wine = load_wine()
with open("data/wine.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(wine.feature_names)
    for row in wine.data:
        writer.writerow([repr(float(x)) for x in row])
