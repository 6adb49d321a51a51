# Writes data/wine.csv: 13 measurements of 178 wines (Aeberhard, Coomans and de Vel 1992) as scikit-learn ships them, each
# column with mean 0 and variance 1, as they are usually clustered.
import csv
from sklearn.datasets import load_wine

wine = load_wine()
values = (wine.data - wine.data.mean(axis=0)) / wine.data.std(axis=0)
with open("data/wine.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(wine.feature_names)
    for row in values:
        writer.writerow([repr(float(x)) for x in row])
