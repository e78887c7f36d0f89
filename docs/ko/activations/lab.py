# %% [markdown]
# # 실험 { #lab }
#
# $$
# x = y
# $$
# <!-- unchecked: 시험 -->

# %% alt="선"
import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(5,3))
ax.plot([1,2,3])

# %%
print("hi")
1/3
