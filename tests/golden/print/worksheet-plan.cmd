for plan in two-istanbuls how-it-ended; do $TRUCE print --worksheet --seed 5 --view $plan; done
