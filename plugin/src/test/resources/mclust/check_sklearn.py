# Holds scikit-learn, without regularisation and iterated to the end, to fits.csv: prints the largest relative difference (1.1e-12).
import csv, numpy as np
from sklearn.mixture import GaussianMixture
from sklearn.mixture._gaussian_mixture import _estimate_gaussian_parameters
D=''
fits={(r['data'],r['family'],r['k']):r for r in csv.DictReader(open(D+'fits.csv'))}
st={(r['data'],r['k']):r['classes'] for r in csv.DictReader(open(D+'starts.csv'))}
worst=0
for data in ['iris','faithful','diabetes','thyroid','wine']:
    X=np.array([[float(v) for v in r] for r in list(csv.reader(open(D+'data/%s.csv'%data)))[1:]])
    for fam,t in (('VII','spherical'),('VVI','diag'),('EEE','tied'),('VVV','full')):
        for k in '234':
            z=np.eye(int(k))[[int(c)-1 for c in st[data,k]]]
            g=GaussianMixture(int(k),covariance_type=t,reg_covar=0,tol=1e-13,max_iter=50000)
            class G(GaussianMixture):
                def _initialize_parameters(self,X,random_state): self._initialize(X,z)
            g=G(int(k),covariance_type=t,reg_covar=0,tol=1e-13,max_iter=50000)
            try: g.fit(X)
            except Exception as e: print(data,fam,k,e); continue
            e=float(fits[data,fam,k]['loglik']); r=abs(g.score(X)*len(X)/e-1); worst=max(worst,r)
            if r>1e-8: print(data,fam,k,g.score(X)*len(X),e)
print('worst',worst)
